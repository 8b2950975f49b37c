----------------------------- MODULE BegunAgain -----------------------------
\* Violates NothingIsProvenTwice.
\* What is being proven is begun again (PROVE-3).
EXTENDS Prove

BuggyRequire(check, refusal) == IF check \/ refusal = "AlreadyProving" THEN {} ELSE {refusal}
=============================================================================
