---------------------------- MODULE OwnIsLikeAny ----------------------------
\* Violates TheFirstIsClaimed.
\* The own quote is compared as any other (QUOTE-6).
EXTENDS Choice

BuggyOwnFirst(q) == q
=============================================================================
