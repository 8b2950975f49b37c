------------------------ MODULE TimeEndsTheBuilding -------------------------
\* Violates TimeMovesOnlyTheClock.
\* What was begun ends with its slot, as for a proposer (BASED-3).
EXTENDS Race

BuggyTick(s) == [s EXCEPT !.slot = @ + 1, !.building = NoBuilding, !.proving = FALSE]
=============================================================================
