------------------------- MODULE AnybodySignsQuotes -------------------------
\* Violates ClaimsKeepTheirQuotes.
\* A quote may be signed by anybody (CLAIM-9).
EXTENDS Escrow

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "QuoteSignatureInvalid" THEN {} ELSE {refusal}
=============================================================================
