-------------------------- MODULE SlashedBondStays --------------------------
\* Violates OneBondIsAtStake.
\* A slashed bond stays at stake (PRUNE-3).
EXTENDS Provers

BuggySlashedClaim(s) == [s EXCEPT !.claim = NoClaim, !.slashed = @ + s.claim.bondAmount]
=============================================================================
