------------------------- MODULE UnusedSessionGoesOn -------------------------
\* Violates SessionsEndInTime.
\* A session that nobody uses lasts T_exit (FALLBACK-7).
EXTENDS Based

BuggyExitDue(c, s) == InSession(c) /\ s >= c.entered + FallbackExitSlots
BuggyChangeSlot(c, deadline) ==
    IF InSession(c) THEN c.entered + FallbackExitSlots
    ELSE Max(c.countedFrom + FallbackEnterSlots, deadline)
=============================================================================
