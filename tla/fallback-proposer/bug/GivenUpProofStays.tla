------------------------- MODULE GivenUpProofStays --------------------------
\* Violates ProofsAreKept.
\* What is proven is not given up (BASED-3).
EXTENDS Race

BuggyGiveUp(s) == [s EXCEPT !.building = NoBuilding, !.proving = FALSE]
=============================================================================
