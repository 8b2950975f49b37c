-------------------------- MODULE PruneDropsProven --------------------------
\* Violates ProvenNeverShrinks.
\* A prune goes back to genesis (PRUNE-8).
EXTENDS Forks

BuggyPrune(e) ==
    /\ PruneRefusals(e) = {}
    /\ proven' = Genesis
    /\ pending' = Effective.pending
    /\ claim' = Effective.claim
    /\ accounts' = Effective.accounts
    /\ slashed' = Effective.slashed
    /\ UNCHANGED <<slot, rewardVariables, committeeVariables>>
=============================================================================
