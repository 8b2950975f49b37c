----------------------- MODULE FeeAndRemainderSwapped -----------------------
\* Violates ProofsCreditTheReward.
\* The prover gets what its fee leaves, the claimant the fee (REWARD-2).
EXTENDS Rewards

BuggyRewardedCredits(s) ==
    [s.credits EXCEPT ![s.claim.proverAddress] = @ + (Reward(s) - Fee(s)), ![s.claim.claimant] = @ + Fee(s)]
=============================================================================
