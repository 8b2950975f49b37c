----------------------------- MODULE BegunAgain -----------------------------
\* Violates OneBlockIsBegun.
\* For a better list a node begins anew, and loses the race to itself (BASED-3).
EXTENDS Race

BuggyRequire(check, refusal) == IF check \/ refusal = "AlreadyBuilding" THEN {} ELSE {refusal}
=============================================================================
