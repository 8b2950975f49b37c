------------------------- MODULE PruneOneSlotEarly --------------------------
\* Violates NothingIsDroppedEarly.
\* The last slot of the claim window already drops the chain (PRUNE-1).
EXTENDS Forks

BuggyPruneDue(s) ==
    /\ s.pending # <<>>
    /\ \/ /\ Now(s) = OldestUnprovenEpoch(s.pending) + 1
          /\ s.claim = NoClaim
          /\ Offset(s.slot) + 1 >= ClaimWindowSlots
       \/ Now(s) > OldestUnprovenEpoch(s.pending) + 1
=============================================================================
