------------------------- MODULE ExpiredIsForgotten -------------------------
\* Violates OneQuoteOfAProver.
\* With its last slot a quote is forgotten, and the prover bids again (QUOTE-3).
EXTENDS Window

BuggyTick(s) ==
    [s EXCEPT !.slot = s.slot + 1,
              !.quotes = SelectSeq(s.quotes, LAMBDA q : IsCurrent(q, s.slot + 1))]
=============================================================================
