--------------------- MODULE SlashedBondsGoToTheRollup ----------------------
\* Violates SlashedBondsGoToTheSink.
\* Slashed bonds feed the reward pool (ESCROW-9).
EXTENDS Escrow

BuggyCollectSlashed(e) ==
    /\ CollectSlashedRefusals(e) = {}
    /\ tokens' = Paid("escrow", "rollup", slashed)
    /\ slashed' = 0
    /\ UNCHANGED <<slot, chainVariables, accounts, credits, committeeVariables>>
=============================================================================
