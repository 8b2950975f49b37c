---------------------- MODULE LostTransactionsAreHeld -----------------------
\* Violates HeldIsKept.
\* After the loss of its store a node counts as held what it does not have (TX-4).
EXTENDS Race

BuggyEmptied(s) == [s EXCEPT !.proven = NoBuilding, !.submitted = -1]
=============================================================================
