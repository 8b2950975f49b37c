----------------------- MODULE RestartForgetsTheCall ------------------------
\* Violates MovedIsKept.
\* When the escrow was called is kept in memory (PROVE-6).
EXTENDS Escrow

BuggyRestarted(s) == [s EXCEPT !.view = NoProveView, !.proving = NoTarget, !.moved = -1]
=============================================================================
