----------------------- MODULE RestartIsStillProving ------------------------
\* Violates ProofsAreOfABlock.
\* After a restart the node still waits for a proof, and knows of no block (BASED-7).
EXTENDS Race

BuggyRestarted(s) == [s EXCEPT !.view = NoView, !.building = NoBuilding]
=============================================================================
