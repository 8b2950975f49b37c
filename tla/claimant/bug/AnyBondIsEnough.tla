-------------------------- MODULE AnyBondIsEnough ---------------------------
\* Violates KeptIsAllowed.
\* A quote is kept for less than the minimum bond (QUOTE-1).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "BondBelowMinimum" THEN {} ELSE {refusal}
=============================================================================
