----------------------- MODULE ClaimedChainNeverDies ------------------------
\* Violates PendingSpansTwoEpochs.
\* Only unclaimed epochs are dropped (PRUNE-2).
EXTENDS Forks

BuggyPruneDue ==
    /\ pending # <<>>
    /\ Epoch(slot) > OldestUnprovenEpoch(pending)
    /\ claim = NoClaim
    /\ Offset(slot) >= ClaimWindowSlots
=============================================================================
