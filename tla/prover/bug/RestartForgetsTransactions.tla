--------------------- MODULE RestartForgetsTransactions ---------------------
\* Violates HeldIsKept.
\* What is held is kept in memory (TX-4).
EXTENDS Prove

BuggyRestarted(s) == [s EXCEPT !.view = NoProveView, !.proving = NoTarget, !.held = <<>>]
=============================================================================
