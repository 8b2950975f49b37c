-------------------------- MODULE NothingIsSlashed --------------------------
\* Violates BondsAreSettledOnce.
\* The bond of an unproven claim is given back (PRUNE-3).
EXTENDS Stale

BuggyAfterSlot(x) ==
    IF Passed(x).claim = x.claim THEN Passed(x)
    ELSE [Passed(x) EXCEPT !.escrow[x.claim.proverAddress] =
             Returned(x.escrow[x.claim.proverAddress], x.claim.bondAmount)]
=============================================================================
