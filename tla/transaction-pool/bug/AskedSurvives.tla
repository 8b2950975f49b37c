--------------------------- MODULE AskedSurvives ----------------------------
\* Violates CrashesForget.
\* A crash leaves what was asked for.
EXTENDS Gossip

BuggyRestarted(s) ==
    [s EXCEPT !.view = NoPoolView, !.verifying = <<>>, !.answered = <<>>]
=============================================================================
