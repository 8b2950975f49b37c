--------------------------- MODULE AnyFeeIsTaken ----------------------------
\* Violates KeptIsAllowed.
\* A quote is kept for more than the whole reward (QUOTE-1).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "FeeAboveMaximum" THEN {} ELSE {refusal}
=============================================================================
