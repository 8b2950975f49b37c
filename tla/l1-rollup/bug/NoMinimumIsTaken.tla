-------------------------- MODULE NoMinimumIsTaken ---------------------------
\* Violates TheMinimumIsTaken.
\* A block without others may take none of what is due (QUEUE-7).
EXTENDS Minimum

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ForcedBelowMinimum" THEN {} ELSE {refusal}
=============================================================================
