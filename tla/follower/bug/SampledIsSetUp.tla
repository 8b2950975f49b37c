--------------------------- MODULE SampledIsSetUp ---------------------------
\* Violates EpochsAreSetUpOnce.
\* A node calls although its view shows that somebody has (EPOCH-1).
EXTENDS Keep

BuggySetUpRefusals(s) == UNION {
    Require(s.view # NoL1View, "NotFollowing"),
    Require(s.kept # s.slot, "AlreadySubmitted") }
=============================================================================
