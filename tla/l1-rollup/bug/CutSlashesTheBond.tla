------------------------- MODULE CutSlashesTheBond --------------------------
\* Violates BondsReturnOrAreSlashed.
\* The bond of a claim that a challenge ends is slashed (CHALLENGE-8).
EXTENDS Challenged

BuggyReturnedClaim(s) == SlashedClaim(s)
=============================================================================
