------------------------ MODULE ForcedMayBeRepeated -------------------------
\* Violates AppliedSpendsOnce.
\* A body may spend with a transaction of its own what it takes from the queue (FOLLOW-13).
EXTENDS Repeats

BuggyExecutable(parent, L, forced) ==
    \A i \in forced + 1..Len(L) :
        L[i] \notin Elements(parent.root) /\ \A j \in forced + 1..i - 1 : L[j] # L[i]
=============================================================================
