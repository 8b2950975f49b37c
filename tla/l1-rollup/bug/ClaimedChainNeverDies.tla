----------------------- MODULE ClaimedChainNeverDies ------------------------
\* Violates PendingSpansTwoEpochs.
\* Only unclaimed epochs are dropped (PRUNE-2).
EXTENDS Forks

BuggyPruneDue(s) ==
    /\ s.pending # <<>>
    /\ Now(s) > OldestUnprovenEpoch(s.pending)
    /\ s.claim = NoClaim
    /\ Offset(s.slot) >= ClaimWindowSlots
=============================================================================
