------------------------ MODULE ClaimedBesideAClaim -------------------------
\* Violates ClaimsAreTaken.
\* A proposer claims though somebody is claimed for (QUOTE-4).
EXTENDS Window

BuggyClaimantRefusals(m, s, e) == Claimant(m)!Refusals(s, e) \ {"ClaimAlreadyMade"}
=============================================================================
