--------------------- MODULE OnlyTheClaimedProverProves ---------------------
\* Violates CorrectProofsAreAccepted.
\* A claimed epoch can only be proven by whoever claimed it (PROOF-8).
EXTENDS Forks

BuggySubmitEpochProofRefusals(s, e) ==
    LET eff == Effective(s) IN UNION {
    Require(eff.pending # <<>>, "NothingToProve"),
    Require(eff.pending # <<>> => OldestUnprovenEpoch(eff.pending) # Now(s), "EpochNotEnded"),
    Require(e.from = s.proven, "ProofStartMismatch"),
    Require(e.to = EpochEnd(eff), "ProofEndMismatch"),
    Require(e.valid /\ (eff.claim = NoClaim \/ e.caller = eff.claim.proverAddress), "ProofInvalid") }
=============================================================================
