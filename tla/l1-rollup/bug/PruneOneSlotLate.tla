-------------------------- MODULE PruneOneSlotLate --------------------------
\* Violates UnclaimedEpochsAreDropped.
\* The claim window lasts a slot longer for prunes than for claims (PRUNE-1).
EXTENDS Forks

BuggyPruneDue(s) ==
    /\ s.pending # <<>>
    /\ \/ /\ Now(s) = OldestUnprovenEpoch(s.pending) + 1
          /\ s.claim = NoClaim
          /\ Offset(s.slot) > ClaimWindowSlots
       \/ Now(s) > OldestUnprovenEpoch(s.pending) + 1
=============================================================================
