--------------------------- MODULE TwiceIsSigned ----------------------------
\* Violates SignedIsExecutable.
\* A list with one transaction twice is signed, as if nothing were spent by it
\* (ATTEST-13, ATTEST-16).
EXTENDS Tiny

BuggyTwice(L, forced) == FALSE
BuggyExecutable(parent, L, forced) == \A i \in DOMAIN L : L[i] \notin Elements(parent.root)
=============================================================================
