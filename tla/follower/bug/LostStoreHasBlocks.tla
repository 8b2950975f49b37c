------------------------- MODULE LostStoreHasBlocks -------------------------
\* Violates AppliedIsKept.
\* The loss of the store leaves what was applied (FOLLOW-3).
EXTENDS Grow

BuggyEmptied(s) == [s EXCEPT !.wrong = <<>>, !.kept = -1]
=============================================================================
