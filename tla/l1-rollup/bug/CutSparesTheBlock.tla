------------------------- MODULE CutSparesTheBlock --------------------------
\* Violates ChallengesCutAtFalseBlocks.
\* A challenge drops what stands on the block, and not the block (CHALLENGE-7).
EXTENDS Challenged

BuggyLeftBy(eff, e) == Cardinality({i \in DOMAIN eff.pending : eff.pending[i].slot <= e.slot})
=============================================================================
