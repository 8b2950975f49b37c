---------------------- MODULE CollectionWaitsForPrune -----------------------
\* Violates LazinessIsNotObserved.
\* A bond that is due to be slashed cannot be collected before somebody settles
\* (ESCROW-9).
EXTENDS Escrow

BuggyCollectSlashedRefusals(s, e) == Require(s.slashed > 0, "NothingSlashed")
=============================================================================
