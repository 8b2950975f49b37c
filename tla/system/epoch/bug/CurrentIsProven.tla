-------------------------- MODULE CurrentIsProven ---------------------------
\* Violates ProvenWasPending.
\* L1 takes a proof of an epoch that has not ended (PROOF-2).
EXTENDS Prompt

BuggyL1Proves(tip) ==
    /\ pending[1] = OnL1(tip)
    /\ proven' = OnL1(tip)
    /\ claim' = NoClaim
    /\ forged' = NothingForged(pending')
    /\ UNCHANGED slot
=============================================================================
