----------------------- MODULE RestartForgetsTheProof -----------------------
\* Violates ProofIsKept.
\* A proof is kept in memory (PROVE-4).
EXTENDS Prove

BuggyRestarted(s) == [s EXCEPT !.view = NoProveView, !.proving = NoTarget, !.proof = NoTarget]
=============================================================================
