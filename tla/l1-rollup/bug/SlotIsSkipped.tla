--------------------------- MODULE SlotIsSkipped ----------------------------
\* Violates TimeMovesOnlyTheSlot.
\* Time jumps over a slot (TIME-3).
EXTENDS Forks

BuggyAdvanceSlot(s, e) == [s EXCEPT !.slot = @ + 2]
=============================================================================
