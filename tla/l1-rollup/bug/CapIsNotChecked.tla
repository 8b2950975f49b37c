-------------------------- MODULE CapIsNotChecked ---------------------------
\* Violates AccountsKeepTheCap.
\* A deposit may go beyond the cap (ESCROW-3).
EXTENDS Escrow

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "EscrowCapExceeded" THEN {} ELSE {refusal}
=============================================================================
