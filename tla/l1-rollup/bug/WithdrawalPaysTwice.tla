------------------------ MODULE WithdrawalPaysTwice -------------------------
\* Violates EscrowIsConserved.
\* A withdrawal that was paid is not over (ESCROW-8).
EXTENDS Escrow

BuggyExecuteWithdrawal(s, e) ==
    [s EXCEPT !.tokens = Paid(@, "escrow", e.caller, s.accounts[e.caller].withdrawing)]
=============================================================================
