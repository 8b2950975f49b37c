--------------------------- MODULE UnheldIsBuilt ----------------------------
\* Violates BuiltIsHeld.
\* A node begins a block of what it does not hold (BASED-6).
EXTENDS Race

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionNotHeld" THEN {} ELSE {refusal}
=============================================================================
