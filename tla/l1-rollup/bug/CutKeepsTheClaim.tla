-------------------------- MODULE CutKeepsTheClaim --------------------------
\* Violates ClaimIsForOldestEpoch.
\* A claim outlives the last block of its epoch, reading (c) (CHALLENGE-8).
EXTENDS Challenged

BuggyClaimEndsBy(eff, e) == FALSE
=============================================================================
