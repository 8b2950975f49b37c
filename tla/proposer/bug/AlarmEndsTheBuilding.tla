------------------------ MODULE AlarmEndsTheBuilding ------------------------
\* Violates BegunIsKept.
\* The report of an alarm ends what is being executed (BUILD-7).
EXTENDS Build

BuggyFollow(s, e) ==
    [s EXCEPT !.view = e.view, !.building = IF e.view.alarm THEN NoBuilding ELSE @]
=============================================================================
