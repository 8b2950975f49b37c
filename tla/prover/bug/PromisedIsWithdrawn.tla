------------------------ MODULE PromisedIsWithdrawn -------------------------
\* Violates PromisedIsNotWithdrawn.
\* A bond that is quoted is withdrawn (PROVE-8).
EXTENDS Escrow

BuggyRequire(check, refusal) == IF check \/ refusal = "QuotePromised" THEN {} ELSE {refusal}
=============================================================================
