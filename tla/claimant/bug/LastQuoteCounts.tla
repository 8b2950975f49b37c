-------------------------- MODULE LastQuoteCounts ---------------------------
\* Violates OneQuoteOfAProver.
\* The last quote of a prover counts (QUOTE-3, reading (a)).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "QuoteKnown" THEN {} ELSE {refusal}
=============================================================================
