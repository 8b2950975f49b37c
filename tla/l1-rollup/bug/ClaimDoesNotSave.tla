-------------------------- MODULE ClaimDoesNotSave --------------------------
\* Violates NothingIsDroppedEarly.
\* An epoch is dropped after the claim window whether it was claimed or not (PRUNE-1).
EXTENDS Forks

BuggyPruneDue(s) ==
    /\ s.pending # <<>>
    /\ \/ /\ Now(s) = OldestUnprovenEpoch(s.pending) + 1
          /\ Offset(s.slot) >= ClaimWindowSlots
       \/ Now(s) > OldestUnprovenEpoch(s.pending) + 1
=============================================================================
