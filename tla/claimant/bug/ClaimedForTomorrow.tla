------------------------- MODULE ClaimedForTomorrow -------------------------
\* Violates NothingIsOfTheFuture.
\* What is handed to L1 is recorded for the next slot (QUOTE-5).
EXTENDS Window

BuggyClaim(s) == [s EXCEPT !.claimed = s.slot + 1]
=============================================================================
