--------------------------- MODULE LossIsForGood ----------------------------
\* Violates FreeCanBeWithdrawn.
\* Once its store was lost, a prover withdraws nothing (PROVE-8).
EXTENDS Escrow

BuggyStartWithdrawalRefusals(s, e) == UNION {
    Level(s),
    IsPositive(e),
    IsUnmoved(s),
    Require(e.amount <= s.view.available, "AvailableInsufficient"),
    Require(s.view.withdrawing = 0, "WithdrawalPending"),
    Require(s.quotesFrom = -1, "StartTooRecent"),
    Require(Promised(s) = 0 \/ s.view.available >= e.amount + Promised(s), "QuotePromised") }
=============================================================================
