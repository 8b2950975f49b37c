----------------------- MODULE FallbackBlockOnAnything -----------------------
\* Violates FallbackBlocksAreProven.
\* A fallback block has a parent that is not the proven tip (FALLBACK-11).
EXTENDS Based

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ParentNotTip" THEN {} ELSE {refusal}
=============================================================================
