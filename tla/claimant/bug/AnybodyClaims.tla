--------------------------- MODULE AnybodyClaims ----------------------------
\* Violates ProposersClaim.
\* A node claims in a slot of another, which the profile does not have in the window
\* (QUOTE-4).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "NotProposer" THEN {} ELSE {refusal}
BuggyProposers == <<"m1", "m1", "m2", "m2">>
=============================================================================
