-------------------------- MODULE BlockIsNoAdvance --------------------------
\* Violates SessionsAreKept.
\* A block in fallback does not count as an advance (FALLBACK-14).
EXTENDS Default

BuggyAdvances(c, n, waits) ==
    IF InSession(c) THEN c
    ELSE IF waits THEN CountedFrom(n)
    ELSE Idle
=============================================================================
