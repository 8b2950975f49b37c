----------------------- MODULE IdleChainIsGivenASlot ------------------------
\* Violates PuttingEntryOffCostsABond.
\* While nothing waits the entry comes a slot later and counts as paid for (FALLBACK-3).
EXTENDS Counts

BuggyClaimEnded(s) == BondSlashed(s)
BuggyClaimWaitedFor(s) ==
    IF s.forced \/ s.pending # NoSlot THEN s.claimDeadline
    ELSE s.countedFrom + FallbackEnterSlots + 1
=============================================================================
