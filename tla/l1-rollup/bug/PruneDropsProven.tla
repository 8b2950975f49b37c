-------------------------- MODULE PruneDropsProven --------------------------
\* Violates ProvenNeverShrinks.
\* A prune goes back to genesis (PRUNE-8).
EXTENDS Forks

BuggyPrune(s, e) == [Effective(s) EXCEPT !.proven = Genesis]
=============================================================================
