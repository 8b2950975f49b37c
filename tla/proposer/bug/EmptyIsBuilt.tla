---------------------------- MODULE EmptyIsBuilt ----------------------------
\* Violates ListsHaveTheirMinimum.
\* A block of nothing is built (BUILD-13).
EXTENDS Build

BuggyRequire(check, refusal) == IF check \/ refusal = "TooFewTransactions" THEN {} ELSE {refusal}
=============================================================================
