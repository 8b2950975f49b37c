------------------------ MODULE MoreIsTakenThanWaits -------------------------
\* Violates TakenIsInTheQueue.
\* A block takes more transactions than the queue has (QUEUE-4).
EXTENDS Forced

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ForcedBeyondQueue" THEN {} ELSE {refusal}
=============================================================================
