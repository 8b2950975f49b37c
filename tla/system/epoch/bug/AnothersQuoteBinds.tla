------------------------- MODULE AnothersQuoteBinds -------------------------
\* Violates BondedHasQuoted.
\* L1 asks whether a quote with this bond was signed, and not by whom (CLAIM-9).
EXTENDS Rivals

BuggyL1Refusals(c) ==
    ClaimRefusals(c) \ (IF \E q \in offered : q.epoch = c.quote.epoch /\ q.bond = c.quote.bond
                        THEN {"QuoteSignatureInvalid"} ELSE {})
=============================================================================
