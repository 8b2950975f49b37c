---------------------- MODULE TwiceInTheBodyIsApplied -----------------------
\* Violates AppliedSpendsOnce.
\* A body may have the same transaction twice (FOLLOW-13).
EXTENDS Repeats

BuggyExecutable(parent, L, forced) == \A i \in forced + 1..Len(L) : L[i] \notin Elements(parent.root)
=============================================================================
