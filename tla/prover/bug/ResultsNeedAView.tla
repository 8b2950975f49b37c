-------------------------- MODULE ResultsNeedAView --------------------------
\* Violates ResultsAreTaken.
\* A result is taken only where the view shows the same (PROVE-3).
EXTENDS Prove

BuggyProvedRefusals(s, e) ==
    LET isOfProving == [epoch |-> e.epoch, tip |-> e.tip] = s.proving
    IN Require(isOfProving /\ s.proving # NoTarget /\ s.proving = TargetOf(s.view), "NothingProving")
=============================================================================
