-------------------------- MODULE WithdrawnBehind ---------------------------
\* Violates NobodyActsBehind.
\* A node that is behind starts a withdrawal (FOLLOW-9).
EXTENDS Escrow

BuggyStartWithdrawalRefusals(s, e) == UNION {
    IsPositive(e),
    IsUnmoved(s),
    Require(e.amount <= s.view.available, "AvailableInsufficient"),
    Require(s.view.withdrawing = 0, "WithdrawalPending"),
    Require(Ended(s) >= s.quotesFrom, "StartTooRecent"),
    Require(Promised(s) = 0 \/ s.view.available >= e.amount + Promised(s), "QuotePromised") }
=============================================================================
