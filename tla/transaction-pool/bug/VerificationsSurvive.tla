------------------------ MODULE VerificationsSurvive ------------------------
\* Violates CrashesForget.
\* A crash leaves what is being verified.
EXTENDS Gossip

BuggyRestarted(s) ==
    [s EXCEPT !.view = NoPoolView, !.asked = <<>>, !.answered = <<>>]
=============================================================================
