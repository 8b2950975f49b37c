-------------------------- MODULE ProposedTooLate ---------------------------
\* Violates ProposedInTime.
\* What was begun in time is proposed whenever it is executed (BUILD-4).
EXTENDS Build

BuggyBuildingOpen(s) ==
    Require((IsBuildingNow(s) /\ s.building.parent = s.view.tip) \/ s.phase = "build", "BuildingClosed")
=============================================================================
