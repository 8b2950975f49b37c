---------------------------- MODULE ProvenUnheld ----------------------------
\* Violates ProvenIsHeld.
\* A prover proves an epoch whose transactions it lacks (PROVE-1).
EXTENDS Prove

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionNotHeld" THEN {} ELSE {refusal}
=============================================================================
