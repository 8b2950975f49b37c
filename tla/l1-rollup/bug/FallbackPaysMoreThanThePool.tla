--------------------- MODULE FallbackPaysMoreThanThePool ---------------------
\* Violates CreditsAreCovered.
\* A fallback block pays what the pool does not have (FALLBACK-15).
EXTENDS Sessions

BuggyFallbackReward(s) == FallbackRewardWei
=============================================================================
