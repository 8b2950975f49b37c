--------------------- MODULE SpentAtTheParentIsApplied ----------------------
\* Violates AppliedSpendsOnce.
\* A body may spend again what the chain before it has spent (FOLLOW-13).
EXTENDS Bodies

BuggyExecutable(parent, L, forced) == \A i \in forced + 1..Len(L) : \A j \in 1..i - 1 : L[j] # L[i]
=============================================================================
