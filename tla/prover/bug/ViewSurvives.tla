---------------------------- MODULE ViewSurvives ----------------------------
\* Violates CrashesForget.
\* After a crash a node goes on with the view that it had (FOLLOW-1).
EXTENDS Quote

BuggyRestarted(s) == [s EXCEPT !.proving = NoTarget]
=============================================================================
