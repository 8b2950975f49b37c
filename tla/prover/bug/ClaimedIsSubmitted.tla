------------------------- MODULE ClaimedIsSubmitted -------------------------
\* Violates ProofsAreSubmitted.
\* A proof is submitted only by who was claimed for (PROOF-10).
EXTENDS Prove

BuggySubmitProofRefusals(s) == UNION {
    Level(s),
    Require(s.proof # NoTarget /\ s.view.claim = Self /\ s.proof = TargetOf(s.view), "NothingProven"),
    Require(s.proof = NoTarget \/ s.proof.epoch >= Ended(s), "ProofTooLate"),
    Require(s.submitted # s.slot, "AlreadySubmitted") }
=============================================================================
