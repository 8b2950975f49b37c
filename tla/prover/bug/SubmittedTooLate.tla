-------------------------- MODULE SubmittedTooLate --------------------------
\* Violates SubmittedInTime.
\* A proof is submitted after the epoch that follows (PROVE-5).
EXTENDS Prove

BuggyRequire(check, refusal) == IF check \/ refusal = "ProofTooLate" THEN {} ELSE {refusal}
=============================================================================
