------------------------- MODULE ProvenIsStillBuilt -------------------------
\* Violates OneBlockOnATip.
\* When the proof has come, its block is still under way (BASED-3).
EXTENDS Race

BuggyProved(s) == [s EXCEPT !.proven = s.building, !.proving = FALSE]
=============================================================================
