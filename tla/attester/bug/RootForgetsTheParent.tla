------------------------ MODULE RootForgetsTheParent ------------------------
\* Violates SignedRootsAreComputed.
\* A root is computed from nothing instead of the parent (ATTEST-18).
EXTENDS Tiny

BuggyRoot(parent, L, forced) == Appended(<<>>, L)
=============================================================================
