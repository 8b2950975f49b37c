-------------------------- MODULE BondReturnsToAll --------------------------
\* Violates AccountsKeepTheCap.
\* A proof gives a bond to every prover (PROOF-7).
EXTENDS Provers

BuggySubmitEpochProof(s, e) ==
    LET eff == Effective(s)
        length == EpochLength(eff.pending)
        prover == eff.claim.proverAddress
    IN [eff EXCEPT
        !.proven = eff.pending[length],
        !.pending = SubSeq(@, length + 1, Len(@)),
        !.claim = NoClaim,
        !.accounts = [p \in DOMAIN @ |->
            IF p = prover THEN Unstaked(@[p], eff.claim.bondAmount)
            ELSE IF eff.claim = NoClaim THEN @[p]
            ELSE [@[p] EXCEPT !.available = @ + eff.claim.bondAmount]]]
=============================================================================
