---------------------------- MODULE ZeroIsMoved -----------------------------
\* Violates AmountsArePositive.
\* The escrow is called with an amount of 0 (PROVE-7).
EXTENDS Escrow

BuggyRequire(check, refusal) == IF check \/ refusal = "AmountZero" THEN {} ELSE {refusal}
=============================================================================
