------------------------- MODULE BegunOutOfFallback -------------------------
\* Violates NothingIsBegunInVain.
\* A block is begun that L1 would refuse with FallbackNotActive (BASED-2).
EXTENDS Race

BuggyRequire(check, refusal) == IF check \/ refusal = "FallbackNotActive" THEN {} ELSE {refusal}
=============================================================================
