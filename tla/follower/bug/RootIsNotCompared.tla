------------------------- MODULE RootIsNotCompared --------------------------
\* Violates AppliedIsComputed.
\* Every body that can be proven is applied, whatever its root (FOLLOW-3).
EXTENDS Grow

BuggyIsRight(s, e) == Provable(Tip(s), e.header)
=============================================================================
