------------------------- MODULE ReceiverIsTheOwner -------------------------
\* Violates WithdrawalsReachTheirReceivers.
\* Whom the caller names is paid from an account of its own (ESCROW-8).
EXTENDS Escrow

BuggyExecuteWithdrawal(s, e) ==
    LET account == At(s.accounts, e.receiver, NoAccount)
    IN [s EXCEPT !.tokens = Paid(@, "escrow", e.receiver, account.withdrawing),
                 !.accounts = With(@, e.receiver, [account EXCEPT !.withdrawing = 0, !.unlockSlot = 0])]

\* What is only asked about elsewhere is followed here, where an account can be.
BuggyFollowed(s) == Instances(s) \cup {e \in ExecuteWithdrawalProbes : e.receiver \in Callers}
=============================================================================
