------------------------- MODULE QuotedWithoutFunds -------------------------
\* Violates PromisedIsAvailable.
\* A quote has a bond that the escrow does not cover (QUOTE-10).
EXTENDS Quote

BuggyRequire(check, refusal) == IF check \/ refusal = "EscrowInsufficient" THEN {} ELSE {refusal}
=============================================================================
