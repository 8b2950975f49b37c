------------------------ MODULE ProofLeavesTheForced ------------------------
\* Violates StatesAreCoherent.
\* What is proven is without the forced ones, and counts them (BASED-7).
EXTENDS Forced

BuggyProved(s) ==
    [s EXCEPT !.proven = [s.building EXCEPT !.transactions = Others(@, s.building.forced)],
              !.building = NoBuilding, !.proving = FALSE]
=============================================================================
