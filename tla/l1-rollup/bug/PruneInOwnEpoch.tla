-------------------------- MODULE PruneInOwnEpoch ---------------------------
\* Violates NothingIsDroppedEarly.
\* The claim window of an epoch is thought to be in the epoch itself (PRUNE-1).
EXTENDS Forks

BuggyPruneDue(s) ==
    /\ s.pending # <<>>
    /\ \/ Offset(s.slot) >= ClaimWindowSlots /\ s.claim = NoClaim
       \/ Now(s) > OldestUnprovenEpoch(s.pending) + 1
=============================================================================
