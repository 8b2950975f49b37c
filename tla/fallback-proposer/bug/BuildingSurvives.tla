-------------------------- MODULE BuildingSurvives --------------------------
\* Violates CrashesForget.
\* After a restart the node waits for an execution that nobody makes (BASED-3).
EXTENDS Race

BuggyRestarted(s) == [s EXCEPT !.view = NoView, !.proving = FALSE]
=============================================================================
