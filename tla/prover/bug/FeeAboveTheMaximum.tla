------------------------- MODULE FeeAboveTheMaximum -------------------------
\* Violates QuotesCanBeClaimed.
\* A quote has any fee (QUOTE-7).
EXTENDS Quote

BuggyRequire(check, refusal) == IF check \/ refusal = "FeeAboveMaximum" THEN {} ELSE {refusal}
=============================================================================
