------------------------- MODULE ProvenIsBegunAgain -------------------------
\* Violates OneBlockOnATip.
\* With a proof for its tip a node begins another block on it (BASED-3).
EXTENDS Race

BuggyRequire(check, refusal) == IF check \/ refusal = "AlreadyProven" THEN {} ELSE {refusal}
=============================================================================
