----------------------------- MODULE BondIsLost -----------------------------
\* Violates EscrowIsConserved.
\* A proof returns nothing (PROOF-7).
EXTENDS Escrow

BuggyUnstaked(account, bond) == [account EXCEPT !.staked = @ - bond]
=============================================================================
