--------------------------- MODULE WithdrawnTwice ---------------------------
\* Violates OneWithdrawalAtATime.
\* A withdrawal is started while one waits (PROVE-7).
EXTENDS Escrow

BuggyRequire(check, refusal) == IF check \/ refusal = "WithdrawalPending" THEN {} ELSE {refusal}
=============================================================================
