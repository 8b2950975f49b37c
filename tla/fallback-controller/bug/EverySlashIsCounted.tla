------------------------ MODULE EverySlashIsCounted -------------------------
\* Violates TypeOK.
\* Slashed bonds are counted beyond the first (PRUNE-3).
EXTENDS Without

BuggyBondSlashed(s) == [s EXCEPT !.claimDeadline = NoSlot, !.bonds.slashed = @ + 1]
=============================================================================
