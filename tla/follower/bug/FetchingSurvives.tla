-------------------------- MODULE FetchingSurvives --------------------------
\* Violates CrashesForget.
\* After a restart the node waits for what was asked for before (FOLLOW-1).
EXTENDS Grow

BuggyRestarted(s) == [s EXCEPT !.view = NoL1View]
=============================================================================
