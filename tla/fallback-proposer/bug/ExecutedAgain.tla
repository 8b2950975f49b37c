--------------------------- MODULE ExecutedAgain ----------------------------
\* Violates OnlyTheOwnExecutionCounts.
\* The second result of an execution begins a second proof (BASED-7).
EXTENDS Race

BuggyExecutedRefusals(s, e) ==
    LET isExecuting == IsBuilt(s.building)
    IN UNION {
    Require(isExecuting /\ IsOf(e, s.building), "NothingExecuting"),
    Level(s),
    InFallback(s),
    Require(e.parent = s.view.tip, "ParentNotTip") }
=============================================================================
