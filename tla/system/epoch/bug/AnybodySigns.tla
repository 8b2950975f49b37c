---------------------------- MODULE AnybodySigns ----------------------------
\* Violates BondedHasQuoted.
\* L1 does not ask who signed a quote (CLAIM-9).
EXTENDS Window

BuggyL1Refusals(c) == ClaimRefusals(c) \ {"QuoteSignatureInvalid"}
=============================================================================
