-------------------------- MODULE SlashedBondStays --------------------------
\* Violates OneBondIsAtStake.
\* A slashed bond stays at stake (PRUNE-3).
EXTENDS Escrow

BuggySlashedClaim(s) == [s EXCEPT !.claim = NoClaim, !.slashed = @ + s.claim.bondAmount]
=============================================================================
