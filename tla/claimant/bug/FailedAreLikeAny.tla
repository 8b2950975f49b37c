-------------------------- MODULE FailedAreLikeAny --------------------------
\* Violates TheFirstIsClaimed.
\* The lowest fee is taken, whoever failed before (QUOTE-6, reading (b)).
EXTENDS Choice

BuggyFailedLast(q, failed) == q
=============================================================================
