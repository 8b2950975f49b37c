--------------------------- MODULE UnheldIsBuilt ----------------------------
\* Violates ProposedIsHeld.
\* A block is built with what others hold (BUILD-14).
EXTENDS Build

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionNotHeld" THEN {} ELSE {refusal}
=============================================================================
