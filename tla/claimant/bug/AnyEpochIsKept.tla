--------------------------- MODULE AnyEpochIsKept ---------------------------
\* Violates KeptIsAllowed.
\* A quote is kept for whatever epoch it is (QUOTE-1).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "QuoteForOtherEpoch" THEN {} ELSE {refusal}
=============================================================================
