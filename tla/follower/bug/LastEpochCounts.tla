-------------------------- MODULE LastEpochCounts ---------------------------
\* Violates EpochsAreSetUpOnce.
\* The sample that counts is the one after that of this epoch (EPOCH-1).
EXTENDS Keep

BuggySetUpRefusals(s) == UNION {
    Require(s.view # NoL1View, "NotFollowing"),
    Require(s.view.setUp <= Epoch(s), "EpochAlreadySampled"),
    Require(s.kept # s.slot, "AlreadySubmitted") }
=============================================================================
