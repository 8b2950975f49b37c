---------------------------- MODULE WorkSurvives ----------------------------
\* Violates CrashesForget.
\* After a restart the node goes on with a work of which nothing was stored
\* (ATTEST-8).
EXTENDS Tiny

BuggyRestarted(s) == [s EXCEPT !.view = NoView]
=============================================================================
