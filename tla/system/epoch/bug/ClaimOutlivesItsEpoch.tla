----------------------- MODULE ClaimOutlivesItsEpoch ------------------------
\* Violates ClaimIsOfOldest.
\* A claim does not end with the time for its proof (PRUNE-3).
EXTENDS Stale

BuggyAfterSlot(x) == [Passed(x) EXCEPT !.claim = x.claim, !.escrow = x.escrow]
=============================================================================
