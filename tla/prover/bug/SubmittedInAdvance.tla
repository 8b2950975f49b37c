------------------------- MODULE SubmittedInAdvance -------------------------
\* Violates StatesAreCoherent.
\* A proof counts as submitted in the next slot (PROVE-6).
EXTENDS Prove

BuggySubmitProof(s) == [s EXCEPT !.submitted = s.slot + 1]
=============================================================================
