------------------------- MODULE CutTakesTheParent --------------------------
\* Violates HonestBlocksAreNotCut.
\* A challenge drops the block below as well (CHALLENGE-7).
EXTENDS Challenged

BuggyLeftBy(eff, e) == Max(0, Cardinality({i \in DOMAIN eff.pending : eff.pending[i].slot < e.slot}) - 1)
=============================================================================
