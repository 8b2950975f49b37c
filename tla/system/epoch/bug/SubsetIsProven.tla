--------------------------- MODULE SubsetIsProven ---------------------------
\* Violates ProvenWasPending.
\* L1 takes a proof of a part of an epoch (PROOF-4).
EXTENDS Stale

BuggyL1Proves(tip) ==
    /\ OldestUnproven < EpochOf(slot)
    /\ pending[1] = OnL1(tip)
    /\ proven' = OnL1(tip)
    /\ claim' = NoClaim
    /\ forged' = NothingForged(pending')
    /\ UNCHANGED slot
=============================================================================
