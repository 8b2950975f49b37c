------------------------- MODULE EntryOneSlotEarly --------------------------
\* Violates EntriesAreNotEarly.
\* The last slot of T_enter is in fallback (FALLBACK-1).
EXTENDS Default

BuggyEntryDue(c, n, deadline) ==
    /\ IsCounted(c)
    /\ n + 1 >= c.countedFrom + FallbackEnterSlots
    /\ deadline = NoSlot \/ n >= deadline
=============================================================================
