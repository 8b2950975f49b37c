----------------------- MODULE ForcedDataIsNotMeasured -----------------------
\* Violates ForcedAreFitAndProven.
\* A transaction without data, or with too much, enters (QUEUE-1).
EXTENDS Forced

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ForcedDataUnfit" THEN {} ELSE {refusal}
=============================================================================
