--------------------------- MODULE ListIsNotBound ---------------------------
\* Violates OnlyProposersAreHeard.
\* The list need not be the one that the header binds (MESSAGE-5).
EXTENDS Tiny

BuggyRequire(check, refusal) == IF check \/ refusal = "ListMismatch" THEN {} ELSE {refusal}
=============================================================================
