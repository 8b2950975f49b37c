---------------------- MODULE DepositDelaysWithdrawal -----------------------
\* Violates WithdrawalsWait.
\* A deposit starts the delay of a withdrawal again (ESCROW-12).
EXTENDS Escrow

BuggyDeposit(s, e) ==
    [Effective(s) EXCEPT
        !.tokens = Paid(@, e.caller, "escrow", e.amount),
        !.accounts[e.caller] = [@ EXCEPT
            !.available = @ + e.amount,
            !.unlockSlot = IF @ = 0 THEN 0 ELSE UnlockSlot(s)]]
=============================================================================
