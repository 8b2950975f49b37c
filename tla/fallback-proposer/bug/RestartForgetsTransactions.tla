--------------------- MODULE RestartForgetsTransactions ---------------------
\* Violates HeldIsKept.
\* What is held is kept in memory (TX-4).
EXTENDS Race

BuggyRestarted(s) ==
    [s EXCEPT !.view = NoView, !.building = NoBuilding, !.proving = FALSE, !.held = <<>>]
=============================================================================
