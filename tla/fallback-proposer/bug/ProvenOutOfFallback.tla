------------------------ MODULE ProvenOutOfFallback -------------------------
\* Violates NothingIsProvenInVain.
\* A proof is begun that nobody takes any more (BASED-2).
EXTENDS Race

BuggyExecutedRefusals(s, e) ==
    LET isExecuting == IsBuilt(s.building) /\ ~s.proving
    IN UNION {
    Require(isExecuting /\ IsOf(e, s.building), "NothingExecuting"),
    Level(s),
    Require(e.parent = s.view.tip, "ParentNotTip") }
=============================================================================
