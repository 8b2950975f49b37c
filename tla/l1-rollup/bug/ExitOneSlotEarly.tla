-------------------------- MODULE ExitOneSlotEarly ---------------------------
\* Violates ModesChangeWhenDue.
\* A session ends one slot too early (FALLBACK-6, FALLBACK-7).
EXTENDS Based

BuggyChangeSlot(c, deadline) ==
    IF InSession(c) THEN Min(c.entered + FallbackExitSlots, c.advanced + FallbackExitActivitySlots) - 1
    ELSE Max(c.countedFrom + FallbackEnterSlots, deadline)
BuggyExitDue(c, s) == InSession(c)
=============================================================================
