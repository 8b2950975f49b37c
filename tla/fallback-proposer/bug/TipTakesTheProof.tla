-------------------------- MODULE TipTakesTheProof --------------------------
\* Violates ProofsAreKept.
\* A tip that moved takes the proof, though it may come back (BASED-8).
EXTENDS Race

BuggyFollow(s, e) ==
    [s EXCEPT !.view = e.view, !.proven = IF @.parent = e.view.tip THEN @ ELSE NoBuilding]
=============================================================================
