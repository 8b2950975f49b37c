--------------------------- MODULE OneTryAnEpoch ----------------------------
\* Violates EpochsCanBeSetUp.
\* A node that has called in an epoch does not call in it again (FOLLOW-12).
EXTENDS Keep

BuggySetUpRefusals(s) == UNION {
    Require(s.view # NoL1View, "NotFollowing"),
    Require(s.view.setUp < Epoch(s), "EpochAlreadySampled"),
    Require(s.kept = -1 \/ s.kept \div SlotsPerEpoch # Epoch(s), "AlreadySubmitted") }
=============================================================================
