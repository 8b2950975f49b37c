------------------------- MODULE OthersBeforeDueOnes -------------------------
\* Violates DueOnesComeFirst.
\* A block with others may leave what is due (QUEUE-6).
EXTENDS Forced

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ForcedTransactionsDue" THEN {} ELSE {refusal}
=============================================================================
