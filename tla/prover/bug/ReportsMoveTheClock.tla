------------------------ MODULE ReportsMoveTheClock -------------------------
\* Violates TimeMovesOnlyTheClock.
\* A report of the follower begins a slot (TIME-3).
EXTENDS Quote

BuggyFollow(s, e) == [s EXCEPT !.view = e.view, !.slot = @ + 1]
=============================================================================
