--------------------------- MODULE InvalidIsHeld ----------------------------
\* Violates OnlyVerifiedIsHeld.
\* A transaction is held before its proof is verified (TX-1).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionProofInvalid" THEN {} ELSE {refusal}
=============================================================================
