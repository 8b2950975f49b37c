------------------------ MODULE OldProofIsSubmitted -------------------------
\* Violates ProofsAreAskedFor.
\* A prover submits what it has, whatever L1 asks for (PROVE-4).
EXTENDS Prompt

BuggyProverRefusals(p, s, e) ==
    Prover(p)!Refusals(s, e) \ (IF s.proof.epoch >= 0 THEN {"NothingProven"} ELSE {})
=============================================================================
