--------------------------- MODULE UnclaimedStays ---------------------------
\* Violates PendingIsYoung.
\* What nobody claimed is not dropped (PRUNE-1).
EXTENDS Stale

BuggyAfterSlot(x) ==
    IF x.claim = NoClaim THEN [Passed(x) EXCEPT !.pending = x.pending] ELSE Passed(x)
=============================================================================
