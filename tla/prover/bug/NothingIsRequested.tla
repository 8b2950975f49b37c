------------------------- MODULE NothingIsRequested -------------------------
\* Violates MissingIsRequested.
\* A node that holds all asks for nothing, and says that it did (PROVE-1).
EXTENDS Prove

BuggyRequire(check, refusal) == IF check \/ refusal = "NothingMissing" THEN {} ELSE {refusal}
=============================================================================
