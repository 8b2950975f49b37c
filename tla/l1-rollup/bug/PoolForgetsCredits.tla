------------------------- MODULE PoolForgetsCredits -------------------------
\* Violates CreditsAreCovered.
\* The pool counts tokens that are owed already (REWARD-1).
EXTENDS Provers

BuggyPool(s) == s.tokens["rollup"]
=============================================================================
