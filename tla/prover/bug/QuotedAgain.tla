---------------------------- MODULE QuotedAgain -----------------------------
\* Violates OneQuoteAnEpoch.
\* A prover quotes again for the same epoch (QUOTE-8).
EXTENDS Quote

BuggyRequire(check, refusal) == IF check \/ refusal = "AlreadyQuoted" THEN {} ELSE {refusal}
=============================================================================
