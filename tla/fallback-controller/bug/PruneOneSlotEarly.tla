------------------------- MODULE PruneOneSlotEarly --------------------------
\* Violates NothingIsDroppedEarly.
\* The last slot of the claim window already drops the chain (PRUNE-1).
EXTENDS Default

BuggyPruneDue(s, t) ==
    /\ s.pending # NoSlot
    /\ \/ /\ Epoch(t) = Epoch(s.pending) + 1
          /\ s.claimDeadline = NoSlot
          /\ Offset(t) + 1 >= ClaimWindowSlots
       \/ t >= Deadline(Epoch(s.pending))
=============================================================================
