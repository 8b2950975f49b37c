------------------------ MODULE ForcedAreNotApplied -------------------------
\* Violates AppliedIsKept.
\* The forced transactions of a block are left out of its root (FOLLOW-3).
EXTENDS Reorg

BuggyRoot(parent, L, forced) == Appended(parent.root, SubSeq(L, forced + 1, Len(L)))
=============================================================================
