-------------------------- MODULE LateBondReturns ---------------------------
\* Violates BondsReturnOrAreSlashed.
\* A bond that is due to be slashed goes back to its prover (PRUNE-3).
EXTENDS Escrow

BuggyEffective == [
    pending  |-> IF PruneDue THEN <<>> ELSE pending,
    claim    |-> IF SlashDue THEN NoClaim ELSE claim,
    accounts |-> IF SlashDue THEN [accounts EXCEPT ![claim.prover].staked = @ - claim.bond,
                                                   ![claim.prover].available = @ + claim.bond]
                 ELSE accounts,
    slashed  |-> slashed ]
=============================================================================
