------------------------- MODULE FallbackPaysAnEpoch -------------------------
\* Violates FallbackBlocksCreditTheirCallers.
\* A fallback block pays as much as an epoch, reading (b) (FALLBACK-15).
EXTENDS Sessions

BuggyFallbackReward(s) == Min(EpochRewardWei, Pool(s))
=============================================================================
