----------------------------- MODULE DueAreLeft -----------------------------
\* Violates QueuesAreHonoured.
\* A block has others and leaves a due one (BASED-5).
EXTENDS Forced

BuggyRequire(check, refusal) == IF check \/ refusal = "ForcedTransactionsDue" THEN {} ELSE {refusal}
=============================================================================
