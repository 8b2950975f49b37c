---------------------- MODULE FallbackBlockOfTomorrow -----------------------
\* Violates FallbackBlocksAreOfSessions.
\* A block of the next slot passes in fallback (FALLBACK-12).
EXTENDS Default

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "SlotInFuture" THEN {} ELSE {refusal}
=============================================================================
