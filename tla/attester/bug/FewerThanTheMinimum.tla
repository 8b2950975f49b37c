------------------------ MODULE FewerThanTheMinimum -------------------------
\* Violates QueuesAreHonoured.
\* A block takes less than the minimum of what is due (ATTEST-12).
EXTENDS Forced

BuggyRequire(check, refusal) == IF check \/ refusal = "ForcedBelowMinimum" THEN {} ELSE {refusal}
=============================================================================
