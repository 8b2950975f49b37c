----------------------- MODULE FallbackTimestampIsFree -----------------------
\* Violates FallbackBlocksAreProven.
\* The timestamp of a fallback block is not that of its slot (PROPOSE-4).
EXTENDS Based

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "TimestampMismatch" THEN {} ELSE {refusal}
=============================================================================
