---------------------------- MODULE PaidTooEarly ----------------------------
\* Violates WithdrawnIsUnlocked.
\* A withdrawal is executed before it unlocks (PROVE-7).
EXTENDS Escrow

BuggyRequire(check, refusal) == IF check \/ refusal = "WithdrawalLocked" THEN {} ELSE {refusal}
=============================================================================
