---------------------------- MODULE ViewSurvives ----------------------------
\* Violates CrashesForget.
\* After a restart the last view counts as if nothing had happened since (FOLLOW-1).
EXTENDS Window

BuggyRestarted(s) == [s EXCEPT !.quotes = <<>>]
=============================================================================
