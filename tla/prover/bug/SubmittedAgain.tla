--------------------------- MODULE SubmittedAgain ---------------------------
\* Violates OneProofPerSlot.
\* A proof is submitted again in the same slot (PROVE-6).
EXTENDS Prove

BuggyRequire(check, refusal) == IF check \/ refusal = "AlreadySubmitted" THEN {} ELSE {refusal}
=============================================================================
