---------------------------- MODULE TwiceIsBuilt ----------------------------
\* Violates BuiltIsExecutable.
\* A transaction stands in a block twice (BASED-6).
EXTENDS Race

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionTwice" THEN {} ELSE {refusal}
=============================================================================
