---------------------- MODULE UncoveredBondIsPromised -----------------------
\* Violates CoverageIsKept.
\* A bond is told to be covered whatever the amounts are (VIEW-4, CLAIM-8).
EXTENDS Escrow

BuggyCoveredNextSlot(s, account, bond) == Max(Clock(s), account.unlockSlot) + WithdrawalDelaySlots
=============================================================================
