--------------------------- MODULE SlotIsSkipped ----------------------------
\* Violates TimeMovesOnlyTheClock.
\* The clock goes on by an epoch (FOLLOW-7).
EXTENDS Grow

BuggyTick(s) == Asking([s EXCEPT !.slot = @ + SlotsPerEpoch])
=============================================================================
