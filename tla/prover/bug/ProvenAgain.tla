---------------------------- MODULE ProvenAgain -----------------------------
\* Violates NothingIsProvenTwice.
\* What was proven is proven again (PROVE-3).
EXTENDS Prove

BuggyRequire(check, refusal) == IF check \/ refusal = "AlreadyProven" THEN {} ELSE {refusal}
=============================================================================
