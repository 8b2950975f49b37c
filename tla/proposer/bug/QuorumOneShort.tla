--------------------------- MODULE QuorumOneShort ---------------------------
\* Violates PublishedAtQuorum.
\* A quorum is one member short (BUILD-21).
EXTENDS Collect

BuggyQuorum(s) == (2 * Len(CommitteeOf(s.slot))) \div 3
=============================================================================
