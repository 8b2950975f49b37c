------------------------ MODULE BondBelowTheMinimum -------------------------
\* Violates ClaimsKeepTheirQuotes.
\* A bond of nothing is enough (CLAIM-6).
EXTENDS Escrow

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "BondBelowMinimum" THEN {} ELSE {refusal}
=============================================================================
