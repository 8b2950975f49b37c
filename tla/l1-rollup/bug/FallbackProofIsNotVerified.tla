--------------------- MODULE FallbackProofIsNotVerified ----------------------
\* Violates FallbackBlocksAreProven.
\* A fallback block comes with an invalid proof (FALLBACK-13).
EXTENDS Based

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ProofInvalid" THEN {} ELSE {refusal}
=============================================================================
