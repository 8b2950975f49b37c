-------------------------- MODULE ProvenUnexecuted --------------------------
\* Violates OnlyTheOwnProofCounts.
\* A proof is taken before the execution has ended (BASED-7).
EXTENDS Race

BuggyProvedRefusals(s, e) == UNION {
    Require(IsBuilt(s.building) /\ IsProofOf(e, s.building), "NothingProving"),
    Require(e.parent = s.view.tip, "ParentNotTip") }
=============================================================================
