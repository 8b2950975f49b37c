------------------------- MODULE SubmittedIsDropped -------------------------
\* Violates ProofIsKept.
\* With its submission a proof is dropped (PROVE-6).
EXTENDS Prove

BuggySubmitProof(s) == [s EXCEPT !.submitted = s.slot, !.proof = NoTarget]
=============================================================================
