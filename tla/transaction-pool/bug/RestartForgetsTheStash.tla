----------------------- MODULE RestartForgetsTheStash -----------------------
\* Violates StashedIsKept.
\* After a crash nobody knows what was a secret (TX-7).
EXTENDS Serve

BuggyRestarted(s) ==
    [s EXCEPT !.stashed = <<>>, !.view = NoPoolView, !.verifying = <<>>,
              !.asked = <<>>, !.answered = <<>>]
=============================================================================
