------------------------- MODULE PruneIsNotGuarded --------------------------
\* Violates RefusalsChangeNothing.
\* A prune does not look at its refusals (PRUNE-5).
EXTENDS Forks

BuggyPrune(e) ==
    /\ pending' = Effective.pending
    /\ claim' = Effective.claim
    /\ accounts' = Effective.accounts
    /\ slashed' = Effective.slashed
    /\ UNCHANGED <<slot, proven, rewardVariables, committeeVariables>>
=============================================================================
