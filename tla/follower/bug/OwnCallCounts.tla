--------------------------- MODULE OwnCallCounts ----------------------------
\* Violates ViewsAreRead.
\* What was handed to L1 counts as if the view showed it (FOLLOW-12).
EXTENDS Keep

BuggySetUp(s) == [s EXCEPT !.kept = s.slot, !.view.setUp = Epoch(s)]
=============================================================================
