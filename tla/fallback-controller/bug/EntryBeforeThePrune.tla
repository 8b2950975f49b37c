------------------------ MODULE EntryBeforeThePrune -------------------------
\* Violates PendingAloneNeverEnters.
\* In one slot the entry comes before the prune (FALLBACK-2, PRUNE-2).
EXTENDS WhilePending

BuggySlotSettled(s, t) ==
    LET claimed == IF ClaimEnds(s, t) THEN BondSlashed(s) ELSE s
        left == ModeSettled(claimed, t)
    IN IF PruneDue(left, t) THEN Pruned(left) ELSE left
=============================================================================
