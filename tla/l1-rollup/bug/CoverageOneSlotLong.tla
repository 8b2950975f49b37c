------------------------ MODULE CoverageOneSlotLong -------------------------
\* Violates CoverageIsKept.
\* A bond is told to be covered in the slot in which its withdrawal unlocks (VIEW-4).
EXTENDS Escrow

BuggyCoveredNextSlot(s, account, bond) ==
    IF account.available >= bond THEN Max(Clock(s), account.unlockSlot) + WithdrawalDelaySlots
    ELSE IF account.available + account.withdrawing >= bond /\ account.unlockSlot > Clock(s)
         THEN account.unlockSlot + 1
         ELSE 0
=============================================================================
