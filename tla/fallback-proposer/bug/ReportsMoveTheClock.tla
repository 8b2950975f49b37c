------------------------ MODULE ReportsMoveTheClock -------------------------
\* Violates TimeMovesOnlyTheClock.
\* A tip that is reported moves the clock to its slot (BASED-4).
EXTENDS Race

BuggyFollow(s, e) ==
    [s EXCEPT !.view = e.view, !.slot = IF @ < e.view.tip.slot THEN e.view.tip.slot ELSE @]
=============================================================================
