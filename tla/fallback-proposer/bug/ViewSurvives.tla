---------------------------- MODULE ViewSurvives ----------------------------
\* Violates CrashesForget.
\* After a restart a node acts by the view that it had before (BASED-1).
EXTENDS Race

BuggyRestarted(s) == [s EXCEPT !.building = NoBuilding, !.proving = FALSE]
=============================================================================
