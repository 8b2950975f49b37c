------------------------- MODULE ProvenForTomorrow --------------------------
\* Violates NothingIsOfTheFuture.
\* A proof is kept for the slot after that of its block (BASED-4).
EXTENDS Race

BuggyProved(s) ==
    [s EXCEPT !.proven = [s.building EXCEPT !.slot = @ + 1], !.building = NoBuilding, !.proving = FALSE]
=============================================================================
