---------------------------- MODULE FewAreBuilt -----------------------------
\* Violates ListsHaveTheirMinimum.
\* A block is begun that has fewer than the minimum (BASED-6).
EXTENDS Forced

BuggyIsEnough(L, forced) == L # <<>>
=============================================================================
