--------------------- MODULE RestartForgetsTransactions ---------------------
\* Violates HeldIsKept.
\* What is held is kept in memory (TX-10).
EXTENDS Build

BuggyRestarted(s) == [s EXCEPT !.view = NoView, !.building = NoBuilding, !.held = <<>>]
=============================================================================
