------------------------ MODULE ProposalOnDeadChain -------------------------
\* Violates PendingKeepsItsBlocks.
\* A proposal is appended to what is stored, not to what is left of it (PRUNE-4).
EXTENDS Forks

BuggyPropose(e) ==
    /\ ProposeRefusals(e) = {}
    /\ pending' = Append(pending, ProposedBlock(e))
    /\ claim' = Effective.claim
    /\ accounts' = Effective.accounts
    /\ slashed' = Effective.slashed
    /\ UNCHANGED <<slot, proven, rewardVariables, committeeVariables>>
=============================================================================
