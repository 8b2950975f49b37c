-------------------------- MODULE EntryOneSlotEarly --------------------------
\* Violates ModesChangeWhenDue.
\* Fallback is entered one slot too early (FALLBACK-1).
EXTENDS Based

BuggyEntryDue(c, s, deadline) ==
    IsCounted(c) /\ s >= c.countedFrom + FallbackEnterSlots - 1 /\ s >= deadline
BuggyChangeSlot(c, deadline) ==
    IF InSession(c) THEN Min(c.entered + FallbackExitSlots, c.advanced + FallbackExitActivitySlots)
    ELSE Max(c.countedFrom + FallbackEnterSlots - 1, deadline)
=============================================================================
