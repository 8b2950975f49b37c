--------------------------- MODULE ExpiredIsTaken ---------------------------
\* Violates OnlyValidAreTaken.
\* A quote is taken after its last slot (QUOTE-1).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "QuoteExpired" THEN {} ELSE {refusal}
=============================================================================
