---------------------------- MODULE FeeIsOneLess ----------------------------
\* Violates ProofsCreditTheReward.
\* The fee is one wei less than it may be (REWARD-2).
EXTENDS Rewards

BuggyFee(s) ==
    LET fee == (Reward(s) * s.claim.basisPointFee) \div MaximumBasisPoints
    IN IF fee = 0 THEN 0 ELSE fee - 1
=============================================================================
