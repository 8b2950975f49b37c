--------------------- MODULE NobodySetsUpBeforeGenesis ----------------------
\* Violates EpochsCanBeSetUp.
\* A node whose view is of before genesis does not call (FOLLOW-12).
EXTENDS Keep

BuggySetUpRefusals(s) == UNION {
    Require(s.view.time >= 0, "NotFollowing"),
    Require(s.view.setUp < Epoch(s), "EpochAlreadySampled"),
    Require(s.kept # s.slot, "AlreadySubmitted") }
=============================================================================
