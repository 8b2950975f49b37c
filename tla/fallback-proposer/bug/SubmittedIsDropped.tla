------------------------- MODULE SubmittedIsDropped -------------------------
\* Violates ProofsAreKept.
\* A proof goes with its first submission, which may be lost (BASED-10).
EXTENDS Race

BuggySubmitBlock(s) == [s EXCEPT !.submitted = s.slot, !.proven = NoBuilding]
=============================================================================
