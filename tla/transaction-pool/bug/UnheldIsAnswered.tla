-------------------------- MODULE UnheldIsAnswered --------------------------
\* Violates OnlyHeldIsPassedOn.
\* A request is answered with what is not held (TX-18).
EXTENDS Serve

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionNotHeld" THEN {} ELSE {refusal}
=============================================================================
