------------------------ MODULE WithdrawalLeavesOne -------------------------
\* Violates EscrowIsConserved.
\* One wei of a withdrawal that was paid whole is still to be paid (ESCROW-8).
EXTENDS Escrow

BuggyExecuteWithdrawal(s, e) ==
    LET left == IF s.accounts[e.caller].withdrawing > 1 THEN 1 ELSE 0
    IN [s EXCEPT !.tokens = Paid(@, "escrow", e.caller, s.accounts[e.caller].withdrawing),
                 !.accounts[e.caller] = [@ EXCEPT !.withdrawing = left, !.unlockSlot = IF left = 0 THEN 0 ELSE @]]
=============================================================================
