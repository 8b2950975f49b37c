-------------------------- MODULE QuoteIsExtended ---------------------------
\* Violates ChosenIsQuoted.
\* A quote is signed for a slot more than was chosen (QUOTE-9).
EXTENDS Quote

BuggyQuote(s, e) ==
    [s EXCEPT !.quoted = [prover         |-> Self,
                          epoch          |-> Ended(s),
                          validUntilSlot |-> e.validUntilSlot + 1,
                          bond           |-> e.bond,
                          fee            |-> e.fee]]
=============================================================================
