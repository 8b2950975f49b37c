--------------------------- MODULE AnybodyClaims ----------------------------
\* Violates ClaimsAreTaken.
\* A proposer claims in the slot of another (QUOTE-4).
EXTENDS Window

BuggyClaimantRefusals(m, s, e) == Claimant(m)!Refusals(s, e) \ {"NotProposer"}
=============================================================================
