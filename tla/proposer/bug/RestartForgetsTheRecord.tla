---------------------- MODULE RestartForgetsTheRecord -----------------------
\* Violates RecordsAreKept.
\* What was proposed is kept in memory (BUILD-6).
EXTENDS Build

BuggyRestarted(s) ==
    [s EXCEPT !.view = NoView, !.building = NoBuilding, !.proposed = NoProposal, !.attestations = <<>>,
              !.published = FALSE]
=============================================================================
