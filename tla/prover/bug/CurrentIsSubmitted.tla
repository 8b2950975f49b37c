------------------------- MODULE CurrentIsSubmitted -------------------------
\* Violates ProofIsSubmitted.
\* The call of a proof names the epoch that has begun (PROVE-4).
EXTENDS Prove

BuggyProofCall(s) ==
    Effect("submit", "proof/" \o TargetId(s.proof) \o "/" \o ToString(s.slot),
           [call |-> "submitEpochProof", epoch |-> Epoch(s), tip |-> s.proof.tip], s.slot)
=============================================================================
