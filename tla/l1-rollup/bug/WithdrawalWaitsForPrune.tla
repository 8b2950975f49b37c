---------------------- MODULE WithdrawalWaitsForPrune -----------------------
\* Violates LazinessIsNotObserved.
\* Nobody can start a withdrawal while a slash waits to be settled (PRUNE-4).
EXTENDS Escrow

BuggyStartWithdrawalRefusals(s, e) ==
    LET account == At(s.accounts, e.caller, NoAccount) IN UNION {
    Require(~SlashDue(s), "WithdrawalPending"),
    Require(e.amount > 0, "AmountZero"),
    Require(account.available >= e.amount, "AvailableInsufficient"),
    Require(account.withdrawing = 0, "WithdrawalPending") }
=============================================================================
