---------------------------- MODULE FeeRoundsUp -----------------------------
\* Violates ProofsCreditTheReward.
\* The fee is rounded up (REWARD-2).
EXTENDS Provers

BuggyFee(s) == (Reward(s) * s.claim.basisPointFee + MaximumBasisPoints - 1) \div MaximumBasisPoints
=============================================================================
