----------------------- MODULE FeeAndRemainderSwapped -----------------------
\* Violates CreditsAreRewards.
\* The prover gets what its fee leaves, the claimant the fee (REWARD-2).
EXTENDS Rewards

BuggyRewardedCredits(blocks, settled) ==
    LET reward == Min(EpochRewardWei, Pool)
        fee == (reward * settled.basisPointFee) \div MaximumBasisPoints
    IN [credits EXCEPT ![settled.proverAddress] = @ + (reward - fee), ![settled.claimant] = @ + fee]
=============================================================================
