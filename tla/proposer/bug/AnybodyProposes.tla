-------------------------- MODULE AnybodyProposes ---------------------------
\* Violates ProposersPropose.
\* A node builds in a slot of another (BUILD-2).
EXTENDS Build

BuggyRequire(check, refusal) == IF check \/ refusal = "NotProposer" THEN {} ELSE {refusal}
=============================================================================
