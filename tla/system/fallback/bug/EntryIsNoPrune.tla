--------------------------- MODULE EntryIsNoPrune ---------------------------
\* Violates FreshReportsAreRight.
\* What L1 shows leaves out that an entry drops blocks as a prune does (FALLBACK-4).
EXTENDS Reorganised

BuggyDropsIn(n) == L1!DiesIn(n)
=============================================================================
