---------------------------- MODULE QuotedUnheld ----------------------------
\* Violates QuotedIsHeld.
\* A prover quotes what it may come to hold (QUOTE-11).
EXTENDS Quote

BuggyRequire(check, refusal) == IF check \/ refusal = "TransactionNotHeld" THEN {} ELSE {refusal}
=============================================================================
