-------------------------- MODULE WithdrawnBehind ---------------------------
\* Violates NobodyActsBehind.
\* A node that is behind, as it is here in every view, starts a withdrawal (FOLLOW-9).
EXTENDS Escrow

BuggyViews == [i \in DOMAIN ProfileViews |-> [ProfileViews[i] EXCEPT !.follows = "behind"]]

BuggyStartWithdrawalRefusals(s, e) == UNION {
    IsPositive(e),
    IsUnmoved(s),
    Require(e.amount <= s.view.available, "AvailableInsufficient"),
    Require(s.view.withdrawing = 0, "WithdrawalPending"),
    Require(s.view.available >= e.amount + Promised(s), "QuotePromised") }
=============================================================================
