-------------------------- MODULE ProvenIsClaimed ---------------------------
\* Violates SomethingIsClaimed.
\* A claim is made where all is proven (QUOTE-4).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "NothingToClaim" THEN {} ELSE {refusal}
=============================================================================
