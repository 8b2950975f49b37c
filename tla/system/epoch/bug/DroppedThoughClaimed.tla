------------------------ MODULE DroppedThoughClaimed ------------------------
\* Violates DroppedWasDue.
\* What is claimed is dropped with the claim window (PRUNE-1).
EXTENDS Stale

BuggyAfterSlot(x) ==
    IF (x.slot + 1) % SlotsPerEpoch >= ClaimWindow /\ x.claim # NoClaim
    THEN [Passed([x EXCEPT !.claim = NoClaim]) EXCEPT !.claim = NoClaim,
                    !.escrow[x.claim.proverAddress] = Returned(@, x.claim.bondAmount)]
    ELSE Passed(x)
=============================================================================
