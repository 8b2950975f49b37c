----------------------------- MODULE TimePrunes -----------------------------
\* Violates TimeMovesOnlyTheSlot.
\* The passing of a slot drops what is due (TIME-3, reading (a)).
EXTENDS Forks

BuggyAdvanceSlot(s, e) == [s EXCEPT !.slot = @ + 1, !.pending = Effective(s).pending]
=============================================================================
