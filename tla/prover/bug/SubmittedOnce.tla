--------------------------- MODULE SubmittedOnce ----------------------------
\* Violates ProofsAreSubmitted.
\* A proof is submitted once (PROVE-6).
EXTENDS Prove

BuggySubmitProofRefusals(s) == UNION {
    Level(s),
    Require(s.proof # NoTarget /\ s.proof = TargetOf(s.view), "NothingProven"),
    Require(s.proof = NoTarget \/ s.proof.epoch >= Ended(s), "ProofTooLate"),
    Require(s.submitted = -1, "AlreadySubmitted") }
=============================================================================
