---------------------------- MODULE ViewSurvives ----------------------------
\* Violates CrashesForget.
\* After a restart the node goes on with the view of before (FOLLOW-1).
EXTENDS Tiny

BuggyRestarted(s) == [s EXCEPT !.work = NoProposal]
=============================================================================
