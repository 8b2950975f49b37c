-------------------------- MODULE AnyBondIsEnough ---------------------------
\* Violates KeptCanBeClaimed.
\* A quote is kept for less than the minimum bond (QUOTE-1).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "BondBelowMinimum" THEN {} ELSE {refusal}
=============================================================================
