------------------------ MODULE FewerThanTheMinimum -------------------------
\* Violates QueuesAreHonoured.
\* A block takes fewer than the minimum and leaves a due one (BASED-5).
EXTENDS Forced

BuggyRequire(check, refusal) == IF check \/ refusal = "ForcedBelowMinimum" THEN {} ELSE {refusal}
=============================================================================
