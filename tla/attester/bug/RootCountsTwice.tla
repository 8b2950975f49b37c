-------------------------- MODULE RootCountsTwice ---------------------------
\* Violates SignedRootsAreComputed.
\* A forced transaction that is taken twice has its effects twice (ATTEST-18,
\* QUEUE-9).
EXTENDS Forced

BuggyRoot(parent, L, forced) == parent.root \o L
=============================================================================
