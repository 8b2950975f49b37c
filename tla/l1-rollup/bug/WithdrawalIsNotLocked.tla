----------------------- MODULE WithdrawalIsNotLocked ------------------------
\* Violates WithdrawalsWait.
\* A withdrawal is paid at once (ESCROW-7).
EXTENDS Escrow

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "WithdrawalLocked" THEN {} ELSE {refusal}
=============================================================================
