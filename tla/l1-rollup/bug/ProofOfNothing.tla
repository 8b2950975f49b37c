--------------------------- MODULE ProofOfNothing ---------------------------
\* Violates ProofsAreOfTheirBlocks.
\* A proof of an empty chain is accepted (PROOF-1).
EXTENDS Forks

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "NothingToProve" THEN {} ELSE {refusal}

BuggySubmitEpochProof(s, e) ==
    LET eff == Effective(s)
    IN [eff EXCEPT
        !.proven = EpochEnd(eff),
        !.pending = SubSeq(@, EpochLength(eff.pending) + 1, Len(@)),
        !.claim = NoClaim]
=============================================================================
