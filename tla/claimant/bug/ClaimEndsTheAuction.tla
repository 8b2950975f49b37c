------------------------ MODULE ClaimEndsTheAuction -------------------------
\* Violates KeptAsLongAsOfUse.
\* With a claim all that was heard is forgotten (QUOTE-6).
EXTENDS Window

BuggyClaim(s) == [s EXCEPT !.claimed = s.slot, !.quotes = <<>>]
=============================================================================
