------------------------ MODULE ForcedResultsAreLost ------------------------
\* Violates CorrectResultsAreProposed.
\* The result of a block with forced transactions is taken for that of another
\* (BUILD-18).
EXTENDS Forced

BuggyExecutedRefusals(s, e) ==
    Require(IsBuildingNow(s) /\ e.parent = s.building.parent /\ e.forced = 0
                /\ e.transactions = s.building.transactions, "NothingExecuting")
    \cup UNION {
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    Require(e.parent = s.view.tip, "ParentNotTip"),
    BuildingOpen(s) }
=============================================================================
