------------------------- MODULE LostStoreHasAStash -------------------------
\* Violates StatesAreCoherent.
\* What was a secret is remembered when the store was lost (TX-7).
EXTENDS Serve

BuggyEmptied(s) == [s EXCEPT !.stored = <<>>]
=============================================================================
