-------------------------- MODULE RequestedBehind ---------------------------
\* Violates NobodyActsBehind.
\* A node that is behind asks for transactions (FOLLOW-9).
EXTENDS Prove

BuggyGatherRefusals(s) == UNION {
    Require(Missing(s) # <<>>, "NothingMissing") }
=============================================================================
