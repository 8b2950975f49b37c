---------------------------- MODULE SpentIsBuilt ----------------------------
\* Violates ProposedIsExecutable.
\* A block has what its parent has (BUILD-16).
EXTENDS Build

BuggyRequire(check, refusal) == IF check \/ refusal = "NullifierSpent" THEN {} ELSE {refusal}
=============================================================================
