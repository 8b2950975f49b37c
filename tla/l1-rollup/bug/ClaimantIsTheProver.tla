------------------------ MODULE ClaimantIsTheProver -------------------------
\* Violates ClaimsAreMadeInTheWindow.
\* The remainder is promised to the prover instead of the claimant (CLAIM-10).
EXTENDS Escrow

BuggyClaimEpochProofRight(s, e) ==
    LET eff == Effective(s)
        prover == e.quote.proverAddress
    IN [eff EXCEPT
        !.claim = [epochToProve  |-> e.quote.epochToProve,
                   proverAddress |-> prover,
                   bondAmount    |-> e.quote.bondAmount,
                   basisPointFee |-> e.quote.basisPointFee,
                   claimant      |-> prover],
        !.accounts[prover] = Stake(@, e.quote.bondAmount)]
=============================================================================
