------------------------ MODULE BondBelowTheMinimum -------------------------
\* Violates QuotesCanBeClaimed.
\* A quote has any bond (QUOTE-7).
EXTENDS Quote

BuggyRequire(check, refusal) == IF check \/ refusal = "BondBelowMinimum" THEN {} ELSE {refusal}
=============================================================================
