------------------------ MODULE UnlockedOneSlotEarly ------------------------
\* Violates WithdrawalsWait.
\* The first slot of the delay is the one of the call (ESCROW-12).
EXTENDS Slashes

BuggyUnlockSlot(s) == s.slot + WithdrawalDelaySlots - 1
=============================================================================
