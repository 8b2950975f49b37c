---------------------------- MODULE ClaimSlashes ----------------------------
\* Violates EscrowIsConserved.
\* A claim counts a bond as slashed already (CLAIM-10).
EXTENDS Escrow

BuggyClaimEpochProofRight(s, e) ==
    LET eff == Effective(s)
        prover == e.quote.proverAddress
    IN [eff EXCEPT
        !.claim = [epochToProve  |-> e.quote.epochToProve,
                   proverAddress |-> prover,
                   bondAmount    |-> e.quote.bondAmount,
                   basisPointFee |-> e.quote.basisPointFee,
                   claimant      |-> e.caller],
        !.slashed = @ + e.quote.bondAmount,
        !.accounts[prover] = Stake(@, e.quote.bondAmount)]
=============================================================================
