-------------------- MODULE StoredClaimDelaysWithdrawals --------------------
\* Violates LazinessIsNotObserved.
\* A claim that is stored, dead or not, makes withdrawals wait a slot longer (PRUNE-4).
EXTENDS Escrow

BuggyUnlockSlot(s) == s.slot + WithdrawalDelaySlots + (IF s.claim = NoClaim THEN 0 ELSE 1)
=============================================================================
