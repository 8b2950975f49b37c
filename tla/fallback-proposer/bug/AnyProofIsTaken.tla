-------------------------- MODULE AnyProofIsTaken ---------------------------
\* Violates OnlyTheOwnProofCounts.
\* A proof of another list is taken if its slot is that of the block (BASED-7).
EXTENDS Race

BuggyProvedRefusals(s, e) == UNION {
    Require(s.proving /\ e.slot = s.building.slot, "NothingProving"),
    Require(e.parent = s.view.tip, "ParentNotTip") }
=============================================================================
