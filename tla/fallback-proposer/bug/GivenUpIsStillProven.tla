------------------------ MODULE GivenUpIsStillProven ------------------------
\* Violates ProofsAreOfABlock.
\* After giving up, the node still waits for a proof (BASED-7).
EXTENDS Race

BuggyGiveUp(s) == [s EXCEPT !.proven = NoBuilding, !.building = NoBuilding]
=============================================================================
