--------------------------- MODULE SlotIsSkipped ----------------------------
\* Violates TimeMovesOnlyTheSlot.
\* Two slots pass at a time (TIME-3).
EXTENDS Default

BuggyAdvanceSlot(s) == [s EXCEPT !.slot = @ + 2]
=============================================================================
