-------------------------- MODULE ExpiredIsClaimed --------------------------
\* Violates OnlyValidAreClaimed.
\* What was valid when it came is claimed (QUOTE-6).
EXTENDS Choice

BuggyUsable(s) == SelectSeq(s.quotes, LAMBDA q : q.bond <= Covered(s, q.prover))
=============================================================================
