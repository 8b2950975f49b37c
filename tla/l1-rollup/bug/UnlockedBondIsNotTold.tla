----------------------- MODULE UnlockedBondIsNotTold ------------------------
\* Violates CoverageEndsAsTold.
\* Only what is available is told to cover a bond (VIEW-4, CLAIM-8).
EXTENDS Escrow

BuggyCoveredNextSlot(s, account, bond) ==
    IF account.available >= bond THEN Max(Clock(s), account.unlockSlot) + WithdrawalDelaySlots ELSE 0
=============================================================================
