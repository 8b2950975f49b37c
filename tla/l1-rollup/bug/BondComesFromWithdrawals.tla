---------------------- MODULE BondComesFromWithdrawals ----------------------
\* Violates BondsReturnOrAreSlashed.
\* A bond is taken from what is being withdrawn first (CLAIM-10).
EXTENDS Escrow

BuggyStake(account, bond) ==
    LET fromWithdrawing == Min(account.withdrawing, bond)
        withdrawing == account.withdrawing - fromWithdrawing
    IN [available   |-> account.available - (bond - fromWithdrawing),
        withdrawing |-> withdrawing,
        unlockSlot  |-> IF withdrawing = 0 THEN 0 ELSE account.unlockSlot,
        staked      |-> account.staked + bond]
=============================================================================
