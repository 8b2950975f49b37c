----------------------------- MODULE BegunAgain -----------------------------
\* Violates NothingIsBegunInVain.
\* After its proposal a node builds another block of the slot (BUILD-6).
EXTENDS Build

BuggyRequire(check, refusal) == IF check \/ refusal = "AlreadyProposed" THEN {} ELSE {refusal}
=============================================================================
