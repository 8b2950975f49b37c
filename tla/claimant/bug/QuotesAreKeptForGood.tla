------------------------ MODULE QuotesAreKeptForGood ------------------------
\* Violates KeptIsAllowed.
\* Time drops nothing (QUOTE-1); no profile outlasts the epoch of a quote, so epochs have
\* one slot here.
EXTENDS Window

BuggyTick(s) == [s EXCEPT !.slot = s.slot + 1]
BuggySlotsPerEpoch == 1
=============================================================================
