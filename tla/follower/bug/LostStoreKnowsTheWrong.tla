----------------------- MODULE LostStoreKnowsTheWrong -----------------------
\* Violates FoundIsKept.
\* The loss of the store leaves what was found to be wrong (FOLLOW-6).
EXTENDS Grow

BuggyEmptied(s) == [s EXCEPT !.applied = <<>>, !.kept = -1]
=============================================================================
