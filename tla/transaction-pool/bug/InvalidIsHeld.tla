--------------------------- MODULE InvalidIsHeld ----------------------------
\* Violates WrongProofsAreRefused.
\* A transaction with a wrong proof is held (TX-1).
EXTENDS Gossip

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionProofInvalid" THEN {} ELSE {refusal}
=============================================================================
