------------------------ MODULE ReportsMoveTheClock -------------------------
\* Violates TimeMovesOnlyTheClock.
\* A report of the follower ends the phase (BUILD-24).
EXTENDS Tiny

BuggyFollow(s, e) == [s EXCEPT !.view = e.view, !.phase = "closed"]
=============================================================================
