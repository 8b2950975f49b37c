------------------------- MODULE NothingIsSubmitted -------------------------
\* Violates ProvenIsSubmitted.
\* Without a proof a block is handed to L1 (BASED-7).
EXTENDS Race

BuggyRequire(check, refusal) == IF check \/ refusal = "NothingProven" THEN {} ELSE {refusal}
=============================================================================
