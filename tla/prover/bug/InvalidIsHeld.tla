--------------------------- MODULE InvalidIsHeld ----------------------------
\* Violates OnlyVerifiedIsHeld.
\* A transaction is held whatever its verification says (TX-1).
EXTENDS Quote

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionProofInvalid" THEN {} ELSE {refusal}
=============================================================================
