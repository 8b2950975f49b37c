------------------------- MODULE AnythingIsCovered --------------------------
\* Violates CoverageEndsAsTold.
\* A bond beyond all amounts is told to be covered until they unlock (VIEW-4, CLAIM-8).
EXTENDS Escrow

BuggyCoveredNextSlot(s, account, bond) ==
    IF account.available >= bond THEN Max(Clock(s), account.unlockSlot) + WithdrawalDelaySlots
    ELSE IF account.unlockSlot > Clock(s) THEN account.unlockSlot ELSE 0
=============================================================================
