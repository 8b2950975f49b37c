------------------------- MODULE ViewsMoveTheClock --------------------------
\* Violates TimeMovesOnlyTheClock.
\* A view sets the clock to its time (FOLLOW-7).
EXTENDS Grow

BuggyReadView(s, e) == Asking([s EXCEPT !.view = e.view, !.slot = e.view.time])
=============================================================================
