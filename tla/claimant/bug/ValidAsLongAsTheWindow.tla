----------------------- MODULE ValidAsLongAsTheWindow -----------------------
\* Violates OnlySentAreKept.
\* What is kept is valid as long as the claim window (QUOTE-1).
EXTENDS Window

BuggyReceiveQuote(s, e) ==
    LET at == Place(e.quote.prover)
        before == SelectSeq(s.quotes, LAMBDA q : Place(q.prover) < at)
        behind == SelectSeq(s.quotes, LAMBDA q : Place(q.prover) > at)
        last == (e.quote.epoch + 1) * SlotsPerEpoch + ClaimWindow - 1
    IN [s EXCEPT !.quotes = before \o <<[e.quote EXCEPT !.validUntilSlot = last]>> \o behind]
=============================================================================
