-------------------------- MODULE NothingIsQuoted ---------------------------
\* Violates QuotesCanBeClaimed.
\* A prover quotes where there is nothing to prove (QUOTE-7).
EXTENDS Quote

BuggyRequire(check, refusal) == IF check \/ refusal = "NothingToProve" THEN {} ELSE {refusal}
=============================================================================
