--------------------------- MODULE AnythingIsTaken ---------------------------
\* Violates TheFrontIsTaken.
\* What a block takes is not compared with the queue (QUEUE-5).
EXTENDS Forced

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ForcedHashMismatch" THEN {} ELSE {refusal}
=============================================================================
