---------------------------- MODULE CalledAgain -----------------------------
\* Violates OneCallPerSlot.
\* The escrow is called again in the same slot (PROVE-6).
EXTENDS Escrow

BuggyRequire(check, refusal) == IF check \/ refusal = "AlreadySubmitted" THEN {} ELSE {refusal}
=============================================================================
