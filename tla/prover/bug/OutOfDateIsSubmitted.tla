------------------------ MODULE OutOfDateIsSubmitted ------------------------
\* Violates AskedIsSubmitted.
\* A proof is submitted whatever the last block of its epoch is by now (PROVE-4).
EXTENDS Prove

BuggySubmitProofRefusals(s) == UNION {
    Level(s),
    Require(s.proof # NoTarget /\ s.proof.epoch = s.view.epoch, "NothingProven"),
    Require(s.proof = NoTarget \/ s.proof.epoch >= Ended(s), "ProofTooLate"),
    Require(s.submitted # s.slot, "AlreadySubmitted") }
=============================================================================
