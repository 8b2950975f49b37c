------------------------- MODULE AlarmStopsTheProof -------------------------
\* Violates CorrectResultsAreProven.
\* Under the alarm nothing goes on to be proven (BASED-1).
EXTENDS Race

BuggyExecutedRefusals(s, e) ==
    LET isExecuting == IsBuilt(s.building) /\ ~s.proving
    IN UNION {
    Require(isExecuting /\ IsOf(e, s.building), "NothingExecuting"),
    Level(s),
    NoAlarm(s),
    InFallback(s),
    Require(e.parent = s.view.tip, "ParentNotTip") }
=============================================================================
