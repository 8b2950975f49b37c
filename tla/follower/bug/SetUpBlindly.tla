---------------------------- MODULE SetUpBlindly ----------------------------
\* Violates NothingIsSetUpBlindly.
\* A node without a view calls (FOLLOW-1).
EXTENDS Keep

BuggySetUpRefusals(s) == UNION {
    Require(s.view.setUp < Epoch(s), "EpochAlreadySampled"),
    Require(s.kept # s.slot, "AlreadySubmitted") }
=============================================================================
