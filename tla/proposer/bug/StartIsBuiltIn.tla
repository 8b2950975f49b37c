--------------------------- MODULE StartIsBuiltIn ---------------------------
\* Violates NothingIsBegunInVain.
\* In the slot of a start with an empty store a block is built (BUILD-5).
EXTENDS Build

BuggyRequire(check, refusal) == IF check \/ refusal = "StartTooRecent" THEN {} ELSE {refusal}
=============================================================================
