----------------------------- MODULE DueAreLeft -----------------------------
\* Violates QueuesAreHonoured.
\* A block has others and leaves what is due (BUILD-11).
EXTENDS Forced

BuggyRequire(check, refusal) == IF check \/ refusal = "ForcedTransactionsDue" THEN {} ELSE {refusal}
=============================================================================
