------------------------- MODULE RootIsNotCompared --------------------------
\* Violates AppliedIsComputed.
\* Every body that fits its header is applied (FOLLOW-3).
EXTENDS Grow

BuggyIsRight(s, e) == TRUE
=============================================================================
