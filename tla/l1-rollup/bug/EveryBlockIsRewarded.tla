------------------------ MODULE EveryBlockIsRewarded ------------------------
\* Violates ProofsCreditTheReward.
\* An epoch of two blocks pays twice what one of a block pays (REWARD-6).
EXTENDS Provers

BuggyFullReward(s) == EpochRewardWei * EpochLength(s.pending)
=============================================================================
