--------------------------- MODULE ClaimCostsMore ---------------------------
\* Violates EscrowIsConserved.
\* More than the bond leaves what is available (CLAIM-10).
EXTENDS Escrow

BuggyStake(account, bond) ==
    [account EXCEPT !.available = @ - bond - Min(@ - bond, 1), !.staked = @ + bond]
=============================================================================
