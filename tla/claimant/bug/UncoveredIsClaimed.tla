------------------------- MODULE UncoveredIsClaimed -------------------------
\* Violates OnlyCoveredAreClaimed.
\* What was covered when it came is claimed (QUOTE-6).
EXTENDS Window

BuggyUsable(s) == SelectSeq(s.quotes, LAMBDA q : IsCurrent(q, s.slot))
=============================================================================
