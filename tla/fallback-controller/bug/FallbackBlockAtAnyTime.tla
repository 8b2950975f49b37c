----------------------- MODULE FallbackBlockAtAnyTime -----------------------
\* Violates FallbackBlocksAreOfSessions.
\* A block with a proof passes while the committee is in force (FALLBACK-9).
EXTENDS Default

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "FallbackNotActive" THEN {} ELSE {refusal}
=============================================================================
