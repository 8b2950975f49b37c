-------------------------- MODULE EntryOneSlotLate ---------------------------
\* Violates FallbackIsEnteredInTime.
\* Fallback is entered one slot too late (FALLBACK-1).
EXTENDS Based

BuggyChangeSlot(c, deadline) ==
    IF InSession(c) THEN Min(c.entered + FallbackExitSlots, c.advanced + FallbackExitActivitySlots)
    ELSE Max(c.countedFrom + FallbackEnterSlots + 1, deadline)
=============================================================================
