--------------------------- MODULE ExpiredIsKept ----------------------------
\* Violates KeptCanBeClaimed.
\* What was valid once is kept until it is claimed with (QUOTE-1).
EXTENDS Window

BuggyTick(s) == [s EXCEPT !.slot = s.slot + 1]
=============================================================================
