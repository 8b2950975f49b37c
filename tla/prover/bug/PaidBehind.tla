----------------------------- MODULE PaidBehind -----------------------------
\* Violates NobodyActsBehind.
\* A node that is behind, as it is here in every view, executes a withdrawal
\* (FOLLOW-9).
EXTENDS Escrow

BuggyViews == [i \in DOMAIN ProfileViews |-> [ProfileViews[i] EXCEPT !.follows = "behind"]]

BuggyExecuteWithdrawalRefusals(s) == UNION {
    IsUnmoved(s),
    Require(s.view.withdrawing # 0, "NoWithdrawal"),
    Require(s.slot >= s.view.unlockSlot, "WithdrawalLocked") }
=============================================================================
