------------------------ MODULE GivenUpProofIsTaken -------------------------
\* Violates OnlyTheOwnProofCounts.
\* A proof is taken whatever the slot of its block is, as one that was given up
\* (BASED-7).
EXTENDS Race

BuggyProvedRefusals(s, e) == UNION {
    Require(s.proving /\ IsOf(e, s.building), "NothingProving"),
    Require(e.parent = s.view.tip, "ParentNotTip") }
=============================================================================
