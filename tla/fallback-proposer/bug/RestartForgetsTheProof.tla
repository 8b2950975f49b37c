----------------------- MODULE RestartForgetsTheProof -----------------------
\* Violates ProofsAreKept.
\* What is proven is kept in memory (BASED-7).
EXTENDS Race

BuggyRestarted(s) ==
    [s EXCEPT !.view = NoView, !.building = NoBuilding, !.proving = FALSE, !.proven = NoBuilding]
=============================================================================
