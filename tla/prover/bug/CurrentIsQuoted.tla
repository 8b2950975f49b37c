-------------------------- MODULE CurrentIsQuoted ---------------------------
\* Violates QuotesCanBeClaimed.
\* A quote is for the epoch that has begun (CLAIM-3).
EXTENDS Quote

BuggyQuote(s, e) ==
    [s EXCEPT !.quoted = [prover         |-> Self,
                          epoch          |-> Epoch(s),
                          validUntilSlot |-> e.validUntilSlot,
                          bond           |-> e.bond,
                          fee            |-> e.fee]]
=============================================================================
