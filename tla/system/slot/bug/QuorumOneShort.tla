--------------------------- MODULE QuorumOneShort ---------------------------
\* Violates TakenHasQuorum.
\* L1 takes a block that lacks one signature (PROPOSE-11).
EXTENDS Equivocating

BuggyQuorum(n) == (2 * Len(CommitteeOf(n))) \div 3
=============================================================================
