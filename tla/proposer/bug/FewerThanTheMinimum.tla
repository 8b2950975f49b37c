------------------------ MODULE FewerThanTheMinimum -------------------------
\* Violates QueuesAreHonoured.
\* A block takes less than the minimum of what is due (BUILD-12).
EXTENDS Forced

BuggyRequire(check, refusal) == IF check \/ refusal = "ForcedBelowMinimum" THEN {} ELSE {refusal}
=============================================================================
