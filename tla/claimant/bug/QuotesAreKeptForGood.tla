------------------------ MODULE QuotesAreKeptForGood ------------------------
\* Violates KeptIsAllowed.
\* Time drops nothing (QUOTE-1).
EXTENDS Window

BuggyTick(s) == [s EXCEPT !.slot = s.slot + 1]
=============================================================================
