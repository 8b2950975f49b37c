---------------------- MODULE WithdrawalStaysAvailable ----------------------
\* Violates AccountsKeepTheCap.
\* What is being withdrawn stays available (ESCROW-12).
EXTENDS Escrow

BuggyStartWithdrawal(s, e) ==
    [s EXCEPT !.accounts[e.caller] = [@ EXCEPT !.withdrawing = e.amount, !.unlockSlot = UnlockSlot(s)]]
=============================================================================
