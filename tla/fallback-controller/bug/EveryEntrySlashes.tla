------------------------- MODULE EveryEntrySlashes --------------------------
\* Violates BondsAreSettledByTime.
\* An entry slashes though nobody has claimed (FALLBACK-3).
EXTENDS Slashed

BuggyClaimEnded(s) == BondSlashed(s)
=============================================================================
