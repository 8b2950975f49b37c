------------------------- MODULE OneBlockIsRewarded -------------------------
\* Violates ProofsCreditTheReward.
\* An epoch of two blocks pays what one of a block pays, though every block counts (REWARD-6).
EXTENDS Provers

BuggyRewardBasis == "block"

BuggyFullReward(s) == EpochRewardWei
=============================================================================
