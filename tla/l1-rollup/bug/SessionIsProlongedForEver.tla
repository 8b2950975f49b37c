---------------------- MODULE SessionIsProlongedForEver ----------------------
\* Violates SessionsEndInTime.
\* A session that is used does not end (FALLBACK-6).
EXTENDS Based

BuggyExitDue(c, s) == InSession(c) /\ s >= c.advanced + FallbackExitActivitySlots
BuggyChangeSlot(c, deadline) ==
    IF InSession(c) THEN c.advanced + FallbackExitActivitySlots
    ELSE Max(c.countedFrom + FallbackEnterSlots, deadline)
=============================================================================
