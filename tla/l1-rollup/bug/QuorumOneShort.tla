--------------------------- MODULE QuorumOneShort ---------------------------
\* Violates QuorumAttested.
\* Two thirds are enough (PROPOSE-11).
EXTENDS Chain

BuggyQuorum(size) == (2 * size) \div 3
=============================================================================
