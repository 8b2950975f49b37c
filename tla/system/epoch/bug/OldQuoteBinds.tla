--------------------------- MODULE OldQuoteBinds ----------------------------
\* Violates BondedHasQuoted.
\* L1 does not ask for which epoch a quote is, nor until when (CLAIM-3, CLAIM-5).
EXTENDS Prompt

BuggyL1Refusals(c) == ClaimRefusals(c) \ {"QuoteForOtherEpoch", "QuoteExpired"}
=============================================================================
