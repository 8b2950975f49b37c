-------------------------- MODULE LostStoreIsThere --------------------------
\* Violates HeldIsKept.
\* What was held is there when the store was lost.
EXTENDS Gossip

BuggyEmptied(s) == [s EXCEPT !.stashed = <<>>]
=============================================================================
