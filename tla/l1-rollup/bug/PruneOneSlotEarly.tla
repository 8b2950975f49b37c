------------------------- MODULE PruneOneSlotEarly --------------------------
\* Violates NothingIsDroppedEarly.
\* The last slot of the claim window already drops the chain (PRUNE-1).
EXTENDS Forks

BuggyPruneDue ==
    /\ pending # <<>>
    /\ \/ /\ Epoch(slot) = OldestUnprovenEpoch(pending) + 1
          /\ claim = NoClaim
          /\ Offset(slot) + 1 >= ClaimWindowSlots
       \/ Epoch(slot) > OldestUnprovenEpoch(pending) + 1
=============================================================================
