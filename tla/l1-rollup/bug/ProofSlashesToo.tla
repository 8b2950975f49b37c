-------------------------- MODULE ProofSlashesToo ---------------------------
\* Violates EscrowIsConserved.
\* A proof returns the bond and counts it as slashed (PROOF-7).
EXTENDS Escrow

BuggySubmitEpochProof(s, e) ==
    LET eff == Effective(s)
        length == EpochLength(eff.pending)
        prover == eff.claim.proverAddress
    IN [eff EXCEPT
        !.proven = eff.pending[length],
        !.pending = SubSeq(@, length + 1, Len(@)),
        !.claim = NoClaim,
        !.slashed = @ + eff.claim.bondAmount,
        !.accounts = IF eff.claim = NoClaim THEN @
                     ELSE [@ EXCEPT ![prover] = Unstaked(@, eff.claim.bondAmount)]]
=============================================================================
