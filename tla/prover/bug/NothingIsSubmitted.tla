------------------------- MODULE NothingIsSubmitted -------------------------
\* Violates AskedIsSubmitted.
\* Where nothing is to be proven no proof is submitted as one (PROVE-4).
EXTENDS Quote

BuggySubmitProofRefusals(s) == UNION {
    Level(s),
    Require(s.proof = TargetOf(s.view), "NothingProven"),
    Require(s.proof = NoTarget \/ s.proof.epoch >= Ended(s), "ProofTooLate"),
    Require(s.submitted # s.slot, "AlreadySubmitted") }
=============================================================================
