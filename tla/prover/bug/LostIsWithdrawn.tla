-------------------------- MODULE LostIsWithdrawn ---------------------------
\* Violates LostIsNotWithdrawn.
\* What a quote promises that was lost with the store is withdrawn (PROVE-8).
EXTENDS Escrow

BuggyRequire(check, refusal) == IF check \/ refusal = "StartTooRecent" THEN {} ELSE {refusal}
=============================================================================
