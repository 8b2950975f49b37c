--------------------------- MODULE InvalidIsHeld ----------------------------
\* Violates OnlyVerifiedIsHeld.
\* A transaction with a wrong proof is held (TX-1).
EXTENDS Race

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionProofInvalid" THEN {} ELSE {refusal}
=============================================================================
