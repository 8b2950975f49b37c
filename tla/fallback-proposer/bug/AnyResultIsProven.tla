------------------------- MODULE AnyResultIsProven --------------------------
\* Violates OnlyTheOwnExecutionCounts.
\* How many of the queue a block takes is what its execution says (BASED-7).
EXTENDS Race

BuggyExecutedRefusals(s, e) ==
    LET isExecuting == IsBuilt(s.building) /\ ~s.proving
        isOfBuilding == e.parent = s.building.parent /\ e.transactions = s.building.transactions
    IN UNION {
    Require(isExecuting /\ isOfBuilding, "NothingExecuting"),
    Level(s),
    InFallback(s),
    Require(e.parent = s.view.tip, "ParentNotTip") }
=============================================================================
