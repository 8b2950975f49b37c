----------------------- MODULE LostStoreKeepsTheProof -----------------------
\* Violates ProofsAreKept.
\* A proof outlives the store (BASED-7).
EXTENDS Race

BuggyEmptied(s) == [s EXCEPT !.held = <<>>, !.submitted = -1]
=============================================================================
