----------------------- MODULE QuotedBeyondTheWindow ------------------------
\* Violates QuotesEndWithTheWindow.
\* A quote is valid after the claim window (QUOTE-9).
EXTENDS Quote

BuggyRequire(check, refusal) == IF check \/ refusal = "QuoteBeyondWindow" THEN {} ELSE {refusal}
=============================================================================
