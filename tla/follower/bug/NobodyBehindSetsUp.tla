------------------------- MODULE NobodyBehindSetsUp -------------------------
\* Violates EpochsCanBeSetUp.
\* A node whose view is too old does not call (FOLLOW-12).
EXTENDS Keep

BuggySetUpRefusals(s) == UNION {
    Require(s.view # NoL1View /\ IsLevel(s), "NotFollowing"),
    Require(s.view.setUp < Epoch(s), "EpochAlreadySampled"),
    Require(s.kept # s.slot, "AlreadySubmitted") }
=============================================================================
