-------------------------- MODULE QuotesAsTheyCame --------------------------
\* Violates TypeOK.
\* Quotes stand in the order in which they came.
EXTENDS Window

BuggyReceiveQuote(s, e) == [s EXCEPT !.quotes = Append(@, e.quote)]
=============================================================================
