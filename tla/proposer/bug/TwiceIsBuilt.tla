---------------------------- MODULE TwiceIsBuilt ----------------------------
\* Violates ProposedIsExecutable.
\* A block has a transaction twice (BUILD-15).
EXTENDS Build

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionTwice" THEN {} ELSE {refusal}
=============================================================================
