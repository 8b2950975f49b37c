------------------------- MODULE KeptIsTheNextSlot --------------------------
\* Violates StatesAreCoherent.
\* What is kept of a call is the first slot in which the next may be (FOLLOW-12).
EXTENDS Keep

BuggySetUp(s) == [s EXCEPT !.kept = s.slot + 1]
=============================================================================
