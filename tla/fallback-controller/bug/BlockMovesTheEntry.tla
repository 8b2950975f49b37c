------------------------- MODULE BlockMovesTheEntry -------------------------
\* Violates SessionsAreKept.
\* With every block a session begins anew (FALLBACK-6).
EXTENDS Default

BuggyAdvances(c, n, waits) ==
    IF InSession(c) THEN SessionSince(n)
    ELSE IF waits THEN CountedFrom(n)
    ELSE Idle
=============================================================================
