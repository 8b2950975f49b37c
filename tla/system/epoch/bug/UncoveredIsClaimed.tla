------------------------- MODULE UncoveredIsClaimed -------------------------
\* Violates ClaimsAreTaken.
\* A proposer believes any bond (QUOTE-2, QUOTE-6).
EXTENDS Window

BuggyClaimantRefusals(m, s, e) ==
    Claimant(m)!Refusals(s, e) \ ({"EscrowInsufficient"} \cup (IF s.quotes = <<>> THEN {} ELSE {"NoQuote"}))
BuggyClaimantEffects(m, s, e) ==
    IF e.name = "claim" THEN <<Effect("submit", "claim", [quote |-> Head(s.quotes)], s.slot)>> ELSE <<>>
=============================================================================
