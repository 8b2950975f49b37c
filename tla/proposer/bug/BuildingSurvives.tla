-------------------------- MODULE BuildingSurvives --------------------------
\* Violates CrashesForget.
\* After a restart the node waits for an execution that nobody makes (BUILD-7).
EXTENDS Build

BuggyRestarted(s) == [s EXCEPT !.view = NoView]
=============================================================================
