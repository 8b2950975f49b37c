-------------------------- MODULE LateBondReturns ---------------------------
\* Violates BondsReturnOrAreSlashed.
\* A bond that is due to be slashed goes back to its prover (PRUNE-3).
EXTENDS Escrow

BuggySlashedClaim(s) ==
    [s EXCEPT !.claim = NoClaim,
              !.accounts[s.claim.proverAddress] = Unstaked(@, s.claim.bondAmount)]
=============================================================================
