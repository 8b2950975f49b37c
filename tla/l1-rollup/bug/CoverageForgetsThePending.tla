--------------------- MODULE CoverageForgetsThePending ----------------------
\* Violates CoverageEndsAsTold.
\* A prover is thought to start a withdrawal while another one waits (VIEW-4, ESCROW-6).
EXTENDS Escrow

BuggyCoveredNextSlot(s, account, bond) ==
    IF account.available >= bond THEN Clock(s) + WithdrawalDelaySlots
    ELSE IF account.available + account.withdrawing >= bond /\ account.unlockSlot > Clock(s)
         THEN account.unlockSlot
         ELSE 0
=============================================================================
