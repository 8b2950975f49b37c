-------------------------- MODULE LateBondReturns ---------------------------
\* Violates BondsReturnOrAreSlashed.
\* A bond that is due to be slashed goes back to its prover (PRUNE-3).
EXTENDS Escrow

BuggyEffective == [
    pending  |-> IF PruneDue THEN <<>> ELSE pending,
    claim    |-> IF SlashDue THEN NoClaim ELSE claim,
    accounts |-> IF SlashDue THEN [accounts EXCEPT ![claim.proverAddress].staked = @ - claim.bondAmount,
                                                   ![claim.proverAddress].available = @ + claim.bondAmount]
                 ELSE accounts,
    slashed  |-> slashed ]
=============================================================================
