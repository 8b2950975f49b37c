------------------------- MODULE ProofFromAnywhere --------------------------
\* Violates ProofsAreOfTheirBlocks.
\* A proof may start at any block (PROOF-3).
EXTENDS Forks

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ProofStartMismatch" THEN {} ELSE {refusal}
=============================================================================
