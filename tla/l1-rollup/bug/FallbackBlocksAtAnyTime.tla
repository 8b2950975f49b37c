----------------------- MODULE FallbackBlocksAtAnyTime -----------------------
\* Violates FallbackBlocksAreProven.
\* A block with its proof is accepted outside of fallback (FALLBACK-9).
EXTENDS Based

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "FallbackNotActive" THEN {} ELSE {refusal}
=============================================================================
