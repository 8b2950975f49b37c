-------------------------- MODULE SubmittedBehind ---------------------------
\* Violates NobodyActsBehind.
\* A node that is behind submits its proof (FOLLOW-9).
EXTENDS Prove

BuggySubmitProofRefusals(s) == UNION {
    Require(s.proof # NoTarget /\ s.proof = TargetOf(s.view), "NothingProven"),
    Require(s.proof = NoTarget \/ s.proof.epoch >= Ended(s), "ProofTooLate"),
    Require(s.submitted # s.slot, "AlreadySubmitted") }
=============================================================================
