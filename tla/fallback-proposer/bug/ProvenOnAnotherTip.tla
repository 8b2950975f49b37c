------------------------- MODULE ProvenOnAnotherTip -------------------------
\* Violates NothingIsProvenInVain.
\* A proof is begun of a block on a tip that moved (BASED-8).
EXTENDS Race

BuggyExecutedRefusals(s, e) ==
    LET isExecuting == IsBuilt(s.building) /\ ~s.proving
    IN UNION {
    Require(isExecuting /\ IsOf(e, s.building), "NothingExecuting"),
    Level(s),
    InFallback(s) }
=============================================================================
