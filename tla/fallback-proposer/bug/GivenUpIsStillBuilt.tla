------------------------ MODULE GivenUpIsStillBuilt -------------------------
\* Violates GivenUpIsGone.
\* What is under way is not given up (BASED-3).
EXTENDS Race

BuggyGiveUp(s) == [s EXCEPT !.proven = NoBuilding, !.proving = FALSE]
=============================================================================
