----------------------------- MODULE BuiltAgain -----------------------------
\* Violates OneBlockIsBuilt.
\* With every better list a node builds again (BUILD-7).
EXTENDS Build

BuggyRequire(check, refusal) == IF check \/ refusal = "AlreadyBuilding" THEN {} ELSE {refusal}
=============================================================================
