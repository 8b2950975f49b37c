------------------------ MODULE YesterdayIsProposed -------------------------
\* Violates OnlyWhatWasBuiltIsProposed.
\* The result of the last slot is proposed in this one (BUILD-18).
EXTENDS Collect

BuggyExecutedRefusals(s, e) ==
    LET b == s.building
        isOfBuilding == e.parent = b.parent /\ e.transactions = b.transactions /\ e.forced = b.forced
    IN UNION {
    Require(s.building # NoBuilding /\ isOfBuilding, "NothingExecuting"),
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    Require(e.parent = s.view.tip, "ParentNotTip"),
    BuildingOpen(s) }
=============================================================================
