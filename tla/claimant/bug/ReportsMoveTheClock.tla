------------------------ MODULE ReportsMoveTheClock -------------------------
\* Violates TimeMovesOnlyTheClock.
\* A report of the follower ends the slot (TIME-3).
EXTENDS Window

BuggyFollow(s, e) == [s EXCEPT !.view = e.view, !.slot = IF @ < Horizon THEN @ + 1 ELSE @]
=============================================================================
