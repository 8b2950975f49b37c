------------------------- MODULE QuotesAreOfOneSlot -------------------------
\* Violates KeptAsLongAsOfUse.
\* With its slot all that was heard in it is forgotten (QUOTE-6).
EXTENDS Choice

BuggyTick(s) == [s EXCEPT !.slot = s.slot + 1, !.quotes = <<>>]
=============================================================================
