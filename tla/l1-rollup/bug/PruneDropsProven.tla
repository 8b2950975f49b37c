-------------------------- MODULE PruneDropsProven --------------------------
\* Violates ProvenNeverShrinks.
\* A prune goes back to genesis (PRUNE-8).
EXTENDS Provers

BuggyPrune(s, e) == [Effective(s) EXCEPT !.proven = Genesis]
=============================================================================
