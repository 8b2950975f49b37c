--------------------------- MODULE PaidASlotLater ---------------------------
\* Violates UnlockedIsPaid.
\* In the slot in which it unlocks a withdrawal is locked (PROVE-7).
EXTENDS Escrow

BuggyExecuteWithdrawalRefusals(s) == UNION {
    Level(s),
    IsUnmoved(s),
    Require(s.view.withdrawing # 0, "NoWithdrawal"),
    Require(s.slot > s.view.unlockSlot, "WithdrawalLocked") }
=============================================================================
