-------------------------- MODULE DepositIsAtStake --------------------------
\* Violates OneBondIsAtStake.
\* A deposit goes where bonds are (ESCROW-4).
EXTENDS Escrow

BuggyDeposit(s, e) ==
    [s EXCEPT !.tokens = Paid(@, e.caller, "escrow", e.amount),
              !.accounts[e.caller].staked = @ + e.amount]
=============================================================================
