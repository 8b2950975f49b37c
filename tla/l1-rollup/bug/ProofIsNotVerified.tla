------------------------- MODULE ProofIsNotVerified -------------------------
\* Violates ProofsAreOfTheirBlocks.
\* Nobody asks the verifier (PROOF-5).
EXTENDS Forks

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ProofInvalid" THEN {} ELSE {refusal}
=============================================================================
