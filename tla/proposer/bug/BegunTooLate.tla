---------------------------- MODULE BegunTooLate ----------------------------
\* Violates NothingIsBegunInVain.
\* A block is begun when the committee has no time for it (BUILD-4).
EXTENDS Build

BuggyBuildingOpen(s) ==
    Require(IsBuildingNow(s) \/ s.proposed # NoProposal => s.phase = "build", "BuildingClosed")
=============================================================================
