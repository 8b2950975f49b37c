------------------------- MODULE FrontIsNotCompared -------------------------
\* Violates QueuesAreHonoured.
\* The queue is taken in another order (ATTEST-12).
EXTENDS Forced

BuggyRequire(check, refusal) == IF check \/ refusal = "ForcedHashMismatch" THEN {} ELSE {refusal}
=============================================================================
