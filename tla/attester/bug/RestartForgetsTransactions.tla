--------------------- MODULE RestartForgetsTransactions ---------------------
\* Violates HeldIsKept.
\* What is held is kept in memory (TX-4).
EXTENDS Tiny

BuggyRestarted(s) == [s EXCEPT !.view = NoView, !.work = NoProposal, !.held = <<>>]
=============================================================================
