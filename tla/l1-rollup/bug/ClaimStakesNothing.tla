------------------------- MODULE ClaimStakesNothing -------------------------
\* Violates OneBondIsAtStake.
\* The bond stays where it was (CLAIM-10).
EXTENDS Escrow

BuggyStake(account, bond) == account
=============================================================================
