------------------------- MODULE ClaimStakesForAll --------------------------
\* Violates OneBondIsAtStake.
\* Every prover puts up the bond of one (CLAIM-10).
EXTENDS Provers

BuggyClaimEpochProofRight(s, e) ==
    LET eff == Effective(s)
        prover == e.quote.proverAddress
    IN [eff EXCEPT
        !.claim = [epochToProve  |-> e.quote.epochToProve,
                   proverAddress |-> prover,
                   bondAmount    |-> e.quote.bondAmount,
                   basisPointFee |-> e.quote.basisPointFee,
                   claimant      |-> e.caller],
        !.accounts = [p \in DOMAIN @ |-> Stake(@[p], e.quote.bondAmount)]]
=============================================================================
