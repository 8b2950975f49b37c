------------------------ MODULE AnyResultIsProposed -------------------------
\* Violates OnlyWhatWasBuiltIsProposed.
\* How many of the queue a block takes is what its execution says (BUILD-18).
EXTENDS Collect

BuggyExecutedRefusals(s, e) ==
    LET b == s.building
        isOfBuilding == e.parent = b.parent /\ e.transactions = b.transactions
    IN UNION {
    Require(IsBuildingNow(s) /\ s.building # NoBuilding /\ isOfBuilding, "NothingExecuting"),
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    Require(e.parent = s.view.tip, "ParentNotTip"),
    BuildingOpen(s) }
=============================================================================
