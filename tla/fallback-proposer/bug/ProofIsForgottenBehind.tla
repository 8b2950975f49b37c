----------------------- MODULE ProofIsForgottenBehind -----------------------
\* Violates ProvingIsKept.
\* While it is behind, a node forgets that it waits for a proof (BASED-1).
EXTENDS Race

BuggyFollow(s, e) ==
    [s EXCEPT !.view = e.view, !.proving = @ /\ e.view.follows = "level"]
=============================================================================
