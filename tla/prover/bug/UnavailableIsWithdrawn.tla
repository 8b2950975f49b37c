----------------------- MODULE UnavailableIsWithdrawn -----------------------
\* Violates WithdrawnIsAvailable.
\* Only what is promised is compared with what stays (PROVE-7).
EXTENDS Escrow

BuggyStartWithdrawalRefusals(s, e) == UNION {
    Level(s),
    IsPositive(e),
    IsUnmoved(s),
    Require(s.view.withdrawing = 0, "WithdrawalPending"),
    Require(Ended(s) >= s.quotesFrom, "StartTooRecent"),
    Require(Promised(s) = 0 \/ s.view.available >= e.amount + Promised(s), "QuotePromised") }
=============================================================================
