-------------------------- MODULE ProofToAnywhere ---------------------------
\* Violates ProofsAreOfTheirBlocks.
\* A proof may end with any block, and the epoch counts as proven (PROOF-4).
EXTENDS Forks

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ProofEndMismatch" THEN {} ELSE {refusal}
=============================================================================
