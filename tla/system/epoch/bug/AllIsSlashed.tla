---------------------------- MODULE AllIsSlashed ----------------------------
\* Violates BondsAreSettledOnce.
\* Who is late loses what it did not stake, too (PRUNE-3).
EXTENDS Stale

BuggyAfterSlot(x) ==
    IF Passed(x).claim = x.claim THEN Passed(x)
    ELSE [Passed(x) EXCEPT !.escrow[x.claim.proverAddress].available = 0]
=============================================================================
