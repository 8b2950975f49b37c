------------------------ MODULE DroppedIsStillSecret ------------------------
\* Violates StatesAreCoherent.
\* What spends the same as a final one stays in the stash, though it is held no more
\* (TX-7, TX-13).
EXTENDS Spend

BuggyStillStashed(before, kept, report) == InOrder(Transactions, Elements(before) \ Shown(report))
=============================================================================
