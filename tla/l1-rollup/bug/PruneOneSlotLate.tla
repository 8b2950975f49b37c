-------------------------- MODULE PruneOneSlotLate --------------------------
\* Violates UnclaimedEpochsAreDropped.
\* The claim window lasts a slot longer for prunes than for claims (PRUNE-1).
EXTENDS Forks

BuggyPruneDue ==
    /\ pending # <<>>
    /\ \/ /\ Epoch(slot) = OldestUnprovenEpoch(pending) + 1
          /\ claim = NoClaim
          /\ Offset(slot) > ClaimWindowSlots
       \/ Epoch(slot) > OldestUnprovenEpoch(pending) + 1
=============================================================================
