--------------------------- MODULE UnprovenStays ----------------------------
\* Violates PendingIsYoung.
\* What was claimed and not proven is not dropped (PRUNE-2).
EXTENDS Stale

BuggyAfterSlot(x) ==
    IF x.claim = NoClaim THEN Passed(x) ELSE [Passed(x) EXCEPT !.pending = x.pending]
=============================================================================
