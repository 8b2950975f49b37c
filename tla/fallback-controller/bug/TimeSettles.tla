---------------------------- MODULE TimeSettles -----------------------------
\* Violates TimeMovesOnlyTheSlot.
\* What is due is stored by time itself (TIME-3).
EXTENDS Default

BuggyAdvanceSlot(s) == Effective([s EXCEPT !.slot = @ + 1])
=============================================================================
