------------------------- MODULE QuoteNeverExpires --------------------------
\* Violates ClaimsKeepTheirQuotes.
\* A quote can be claimed after its last slot (CLAIM-5).
EXTENDS Escrow

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "QuoteExpired" THEN {} ELSE {refusal}
=============================================================================
