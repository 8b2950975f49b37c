------------------------- MODULE LostStoreHasTried --------------------------
\* Violates TriesAreKept.
\* The loss of the store leaves in which slot the node has called (FOLLOW-12).
EXTENDS Keep

BuggyEmptied(s) == [s EXCEPT !.applied = <<>>, !.wrong = <<>>]
=============================================================================
