--------------------------- MODULE AnybodyClaims ----------------------------
\* Violates ProposersClaim.
\* A node claims in a slot of another (QUOTE-4).
EXTENDS Choice

BuggyRequire(check, refusal) == IF check \/ refusal = "NotProposer" THEN {} ELSE {refusal}
=============================================================================
