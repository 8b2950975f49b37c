----------------------- MODULE RestartForgetsTheClaim -----------------------
\* Violates RecordsAreKept.
\* What was handed to L1 is kept in memory (QUOTE-5).
EXTENDS Window

BuggyRestarted(s) == [s EXCEPT !.view = NoClaimView, !.quotes = <<>>, !.claimed = -1]
=============================================================================
