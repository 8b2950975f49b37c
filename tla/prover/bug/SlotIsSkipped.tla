--------------------------- MODULE SlotIsSkipped ----------------------------
\* Violates TimeMovesOnlyTheClock.
\* After a slot comes the one after the next (TIME-3).
EXTENDS Quote

BuggyTick(s) == [s EXCEPT !.slot = @ + 2]
=============================================================================
