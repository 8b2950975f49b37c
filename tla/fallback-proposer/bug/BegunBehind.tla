---------------------------- MODULE BegunBehind -----------------------------
\* Violates NothingIsBegunInVain.
\* A block is begun on a tip that is not that of the view (BASED-1).
EXTENDS Race

BuggyRequire(check, refusal) == IF check \/ refusal = "NotFollowing" THEN {} ELSE {refusal}
=============================================================================
