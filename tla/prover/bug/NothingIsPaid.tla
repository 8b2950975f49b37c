--------------------------- MODULE NothingIsPaid ----------------------------
\* Violates WithdrawnIsUnlocked.
\* A withdrawal is executed where there is none (PROVE-7).
EXTENDS Escrow

BuggyRequire(check, refusal) == IF check \/ refusal = "NoWithdrawal" THEN {} ELSE {refusal}
=============================================================================
