----------------------- MODULE DepositSettlesNothing ------------------------
\* Violates AccountsKeepTheCap.
\* A deposit reads that a bond is due to be slashed, and leaves it in the account
\* (PRUNE-4, ESCROW-3).
EXTENDS Escrow

BuggyDeposit(s, e) ==
    LET account == At(s.accounts, e.caller, NoAccount)
    IN [s EXCEPT !.tokens = Paid(@, e.caller, "escrow", e.amount),
                 !.accounts = With(@, e.caller, [account EXCEPT !.available = @ + e.amount])]
=============================================================================
