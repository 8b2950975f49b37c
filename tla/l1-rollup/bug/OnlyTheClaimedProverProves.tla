--------------------- MODULE OnlyTheClaimedProverProves ---------------------
\* Violates CorrectProofsAreAccepted.
\* A claimed epoch can only be proven by its prover, though anyone may (PROOF-10).
EXTENDS Forks

BuggySubmitEpochProofRefusals(s, e) ==
    LET eff == Effective(s) IN UNION {
    Require(eff.pending # <<>>, "NothingToProve"),
    Require(eff.pending # <<>> => OldestUnprovenEpoch(eff.pending) # Now(s), "EpochNotEnded"),
    Require(e.from = s.proven, "ProofStartMismatch"),
    Require(e.to = EpochEnd(eff), "ProofEndMismatch"),
    Require(e.valid, "ProofInvalid"),
    Require(eff.claim # NoClaim => e.caller = eff.claim.proverAddress, "CallerNotProver") }
=============================================================================
