---------------------------- MODULE EmptyIsTaken ----------------------------
\* Violates ListsHaveTheirMinimum.
\* A proposal of nothing is taken (ATTEST-13).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "TooFewTransactions" THEN {} ELSE {refusal}
=============================================================================
