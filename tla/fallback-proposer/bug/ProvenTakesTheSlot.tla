------------------------- MODULE ProvenTakesTheSlot -------------------------
\* Violates ProofsAreKept.
\* A proven block takes the slot in which its proof came (BASED-7).
EXTENDS Race

BuggyProved(s) ==
    [s EXCEPT !.proven = [s.building EXCEPT !.slot = s.slot], !.building = NoBuilding, !.proving = FALSE]
=============================================================================
