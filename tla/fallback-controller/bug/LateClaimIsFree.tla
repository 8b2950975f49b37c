-------------------------- MODULE LateClaimIsFree ---------------------------
\* Violates BondsAreSettledByTime.
\* A late claim ends without a consequence (PRUNE-3).
EXTENDS Default

BuggyBondSlashed(s) == [s EXCEPT !.claimDeadline = NoSlot]
=============================================================================
