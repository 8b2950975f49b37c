-------------------------- MODULE TriedAgainAtOnce --------------------------
\* Violates OneTryASlot.
\* A node calls again in the same slot (FOLLOW-12).
EXTENDS Keep

BuggySetUpRefusals(s) == UNION {
    Require(s.view # NoL1View, "NotFollowing"),
    Require(s.view.setUp < Epoch(s), "EpochAlreadySampled") }
=============================================================================
