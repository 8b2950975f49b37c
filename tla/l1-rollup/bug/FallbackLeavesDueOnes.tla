------------------------ MODULE FallbackLeavesDueOnes ------------------------
\* Violates TheMinimumIsTaken.
\* Whoever uses fallback takes nothing from the queue (QUEUE-7).
EXTENDS Sessions

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ForcedBelowMinimum" THEN {} ELSE {refusal}
=============================================================================
