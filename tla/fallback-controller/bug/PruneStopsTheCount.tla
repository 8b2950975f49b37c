------------------------- MODULE PruneStopsTheCount -------------------------
\* Violates CountIsOfWhatWaits.
\* A committee whose chain is pruned has all its time again (FALLBACK-2).
EXTENDS Default

BuggyPruned(s) == WithTiming([s EXCEPT !.pending = NoSlot], Idle)
=============================================================================
