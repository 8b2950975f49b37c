---------------------- MODULE WithdrawalGoesToTheSink -----------------------
\* Violates WithdrawalsReachTheirReceivers.
\* The sink gets what a prover withdraws (ESCROW-8).
EXTENDS Escrow

BuggyExecuteWithdrawal(s, e) ==
    [s EXCEPT !.tokens = Paid(@, "escrow", "sink", s.accounts[e.caller].withdrawing),
              !.accounts[e.caller] = [@ EXCEPT !.withdrawing = 0, !.unlockSlot = 0]]
=============================================================================
