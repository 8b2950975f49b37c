---------------------------- MODULE ClaimProves -----------------------------
\* Violates ClaimsAreMadeInTheWindow.
\* A claim already moves the proven tip (PROOF-6).
EXTENDS Chain

BuggyClaimEpochProofRight(s, e) ==
    LET eff == Effective(s)
    IN [eff EXCEPT
        !.proven = EpochEnd(eff),
        !.pending = SubSeq(@, EpochLength(eff.pending) + 1, Len(@))]
=============================================================================
