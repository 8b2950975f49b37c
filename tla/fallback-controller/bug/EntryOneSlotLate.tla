-------------------------- MODULE EntryOneSlotLate --------------------------
\* Violates CommitteesAreReplaced.
\* The slot that is T_enter after the one counted from is the committee's (FALLBACK-1).
EXTENDS Default

BuggyEntryDue(c, n, deadline) ==
    /\ IsCounted(c)
    /\ n > c.countedFrom + FallbackEnterSlots
    /\ deadline = NoSlot \/ n >= deadline
=============================================================================
