-------------------------- MODULE LateBondReturns ---------------------------
\* Violates LettingGoCostsTheBond.
\* The bond of a late claim goes back (PRUNE-3).
EXTENDS Default

BuggyBondSlashed(s) == [s EXCEPT !.claimDeadline = NoSlot, !.bonds.returned = 1]
=============================================================================
