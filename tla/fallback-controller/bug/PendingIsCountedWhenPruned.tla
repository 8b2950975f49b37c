--------------------- MODULE PendingIsCountedWhenPruned ---------------------
\* Violates StatesAreCoherent.
\* A prune stops no count where only a pending chain has one (FALLBACK-2).
EXTENDS WhilePending

BuggyPruned(s) == [s EXCEPT !.pending = NoSlot]
=============================================================================
