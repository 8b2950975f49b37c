------------------------- MODULE QuotedBesideAClaim -------------------------
\* Violates QuotesCanBeClaimed.
\* A prover quotes although somebody was claimed for (QUOTE-7).
EXTENDS Quote

BuggyRequire(check, refusal) == IF check \/ refusal = "ClaimAlreadyMade" THEN {} ELSE {refusal}
=============================================================================
