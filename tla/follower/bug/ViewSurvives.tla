---------------------------- MODULE ViewSurvives ----------------------------
\* Violates CrashesForget.
\* After a restart the node goes on with the view of before (FOLLOW-1).
EXTENDS Grow

BuggyRestarted(s) == [s EXCEPT !.fetching = NoHeader]
=============================================================================
