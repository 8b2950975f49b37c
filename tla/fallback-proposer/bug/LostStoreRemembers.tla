------------------------- MODULE LostStoreRemembers -------------------------
\* Violates SubmissionsAreKept.
\* A lost store knows of a submission (BASED-10).
EXTENDS Race

BuggyEmptied(s) == [s EXCEPT !.held = <<>>, !.proven = NoBuilding]
=============================================================================
