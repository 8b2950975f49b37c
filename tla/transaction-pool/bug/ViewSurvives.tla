---------------------------- MODULE ViewSurvives ----------------------------
\* Violates CrashesForget.
\* A crash leaves the view (FOLLOW-1).
EXTENDS Serve

BuggyRestarted(s) ==
    [s EXCEPT !.verifying = <<>>, !.asked = <<>>, !.answered = <<>>]
=============================================================================
