------------------------ MODULE ReceiverIsTheCaller -------------------------
\* Violates WithdrawalsReachTheirReceivers.
\* The caller is paid, whomever it names (ESCROW-8).
EXTENDS Escrow

BuggyExecuteWithdrawal(s, e) ==
    [s EXCEPT !.tokens = Paid(@, "escrow", e.caller, s.accounts[e.caller].withdrawing),
              !.accounts[e.caller] = [@ EXCEPT !.withdrawing = 0, !.unlockSlot = 0]]

\* What is only asked about elsewhere is followed here.
BuggyFollowed(s) == Instances(s) \cup ExecuteWithdrawalProbes
=============================================================================
