----------------------- MODULE DepositCountsDueBonds ------------------------
\* Violates LazinessIsNotObserved.
\* A bond that is due to be slashed counts for the cap until somebody settles
\* (ESCROW-3).
EXTENDS Escrow

BuggyDepositRefusals(s, e) == UNION {
    Require(e.amount > 0, "AmountZero"),
    Require(At(s.tokens, e.caller, 0) >= e.amount, "TokenBalanceInsufficient"),
    Require(Held(At(s.accounts, e.caller, NoAccount)) + e.amount <= EscrowCapWei, "EscrowCapExceeded") }
=============================================================================
