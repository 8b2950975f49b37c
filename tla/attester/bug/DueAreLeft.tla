----------------------------- MODULE DueAreLeft -----------------------------
\* Violates QueuesAreHonoured.
\* A block has others and leaves what is due (ATTEST-12).
EXTENDS Forced

BuggyRequire(check, refusal) == IF check \/ refusal = "ForcedTransactionsDue" THEN {} ELSE {refusal}
=============================================================================
