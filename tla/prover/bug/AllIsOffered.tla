---------------------------- MODULE AllIsOffered ----------------------------
\* Violates ChosenIsQuoted.
\* The bond is all that is available, whatever was chosen (QUOTE-8).
EXTENDS Quote

BuggyQuote(s, e) ==
    [s EXCEPT !.quoted = [prover         |-> Self,
                          epoch          |-> Ended(s),
                          validUntilSlot |-> e.validUntilSlot,
                          bond           |-> s.view.available,
                          fee            |-> e.fee]]
=============================================================================
