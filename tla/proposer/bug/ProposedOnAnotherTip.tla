------------------------ MODULE ProposedOnAnotherTip ------------------------
\* Violates ProposedOnTheOwnTip.
\* A tip that moves during an execution is not noticed (BUILD-3).
EXTENDS Build

BuggyExecutedRefusals(s, e) ==
    LET b == s.building
        isOfBuilding == e.parent = b.parent /\ e.transactions = b.transactions /\ e.forced = b.forced
    IN UNION {
    Require(IsBuildingNow(s) /\ s.building # NoBuilding /\ isOfBuilding, "NothingExecuting"),
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    BuildingOpen(s) }
=============================================================================
