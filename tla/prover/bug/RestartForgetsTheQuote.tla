----------------------- MODULE RestartForgetsTheQuote -----------------------
\* Violates QuotedIsKept.
\* What was quoted is kept in memory (QUOTE-8).
EXTENDS Quote

BuggyRestarted(s) == [s EXCEPT !.view = NoProveView, !.proving = NoTarget, !.quoted = NoQuote]
=============================================================================
