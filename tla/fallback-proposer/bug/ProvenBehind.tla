---------------------------- MODULE ProvenBehind ----------------------------
\* Violates NothingIsProvenInVain.
\* A proof is begun by a view that goes on (BASED-1).
EXTENDS Race

BuggyExecutedRefusals(s, e) ==
    LET isExecuting == IsBuilt(s.building) /\ ~s.proving
    IN UNION {
    Require(isExecuting /\ IsOf(e, s.building), "NothingExecuting"),
    InFallback(s),
    Require(e.parent = s.view.tip, "ParentNotTip") }
=============================================================================
