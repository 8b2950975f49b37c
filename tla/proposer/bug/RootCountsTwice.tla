-------------------------- MODULE RootCountsTwice ---------------------------
\* Violates ProposedIsComputed.
\* A forced transaction that is taken twice has its effects twice (BUILD-18,
\* QUEUE-9).
EXTENDS Forced

BuggyRoot(parent, L, forced) == parent.root \o L
=============================================================================
