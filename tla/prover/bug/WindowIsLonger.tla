--------------------------- MODULE WindowIsLonger ---------------------------
\* Violates QuotesEndWithTheWindow.
\* The claim window has one slot more (QUOTE-9).
EXTENDS Quote

BuggyWindow(s) == Epoch(s) * SlotsPerEpoch..Epoch(s) * SlotsPerEpoch + ClaimWindow
=============================================================================
