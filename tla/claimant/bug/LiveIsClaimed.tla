--------------------------- MODULE LiveIsClaimed ----------------------------
\* Violates LiveClaimsAreLeft.
\* A claim is made while another is live (QUOTE-4).
EXTENDS Window

BuggyRequire(check, refusal) == IF check \/ refusal = "ClaimAlreadyMade" THEN {} ELSE {refusal}
=============================================================================
