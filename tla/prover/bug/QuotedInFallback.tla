-------------------------- MODULE QuotedInFallback --------------------------
\* Violates QuotesCanBeClaimed.
\* A prover quotes in fallback (QUOTE-7).
EXTENDS Quote

BuggyRequire(check, refusal) == IF check \/ refusal = "FallbackActive" THEN {} ELSE {refusal}
=============================================================================
