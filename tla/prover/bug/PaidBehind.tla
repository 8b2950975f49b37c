----------------------------- MODULE PaidBehind -----------------------------
\* Violates NobodyActsBehind.
\* A node that is behind executes a withdrawal (FOLLOW-9).
EXTENDS Escrow

BuggyExecuteWithdrawalRefusals(s) == UNION {
    IsUnmoved(s),
    Require(s.view.withdrawing # 0, "NoWithdrawal"),
    Require(s.slot >= s.view.unlockSlot, "WithdrawalLocked") }
=============================================================================
