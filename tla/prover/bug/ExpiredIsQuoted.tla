-------------------------- MODULE ExpiredIsQuoted ---------------------------
\* Violates QuotesCanBeClaimed.
\* A quote that has ended is signed (QUOTE-7).
EXTENDS Quote

BuggyRequire(check, refusal) == IF check \/ refusal = "QuoteExpired" THEN {} ELSE {refusal}
=============================================================================
