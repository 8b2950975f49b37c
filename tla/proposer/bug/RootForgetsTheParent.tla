------------------------ MODULE RootForgetsTheParent ------------------------
\* Violates ProposedIsComputed.
\* A root is computed from nothing instead of the parent (BUILD-18).
EXTENDS Build

BuggyRoot(parent, L, forced) == Appended(<<>>, L)
=============================================================================
