------------------------- MODULE OthersAreCollected -------------------------
\* Violates OnlyOwnAreCollected.
\* Attestations of another proposal count (BUILD-19).
EXTENDS Collect

BuggyRequire(check, refusal) == IF check \/ refusal = "OtherProposal" THEN {} ELSE {refusal}
=============================================================================
