-------------------- MODULE StoredClaimDelaysWithdrawals --------------------
\* Violates LazinessIsNotObserved.
\* A claim that is stored and dead makes withdrawals wait a slot longer (PRUNE-4).
EXTENDS Escrow

BuggyUnlockSlot(s) == s.slot + WithdrawalDelaySlots + (IF SlashDue(s) THEN 1 ELSE 0)
=============================================================================
