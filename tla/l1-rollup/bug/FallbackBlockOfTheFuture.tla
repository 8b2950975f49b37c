---------------------- MODULE FallbackBlockOfTheFuture -----------------------
\* Violates BlocksAreOrdered.
\* A fallback block has a slot that has not begun (FALLBACK-12).
EXTENDS Based

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "SlotInFuture" THEN {} ELSE {refusal}
=============================================================================
