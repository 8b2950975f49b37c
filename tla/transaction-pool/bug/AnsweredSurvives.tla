-------------------------- MODULE AnsweredSurvives --------------------------
\* Violates CrashesForget.
\* A crash leaves what was answered.
EXTENDS Serve

BuggyRestarted(s) ==
    [s EXCEPT !.view = NoPoolView, !.verifying = <<>>, !.asked = <<>>]
=============================================================================
