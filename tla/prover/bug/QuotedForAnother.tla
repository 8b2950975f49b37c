-------------------------- MODULE QuotedForAnother --------------------------
\* Violates ChosenIsQuoted.
\* A quote names the prover of the live claim (CLAIM-9).
EXTENDS Quote

BuggyQuote(s, e) ==
    [s EXCEPT !.quoted = [prover         |-> s.view.claim,
                          epoch          |-> Ended(s),
                          validUntilSlot |-> e.validUntilSlot,
                          bond           |-> e.bond,
                          fee            |-> e.fee]]
=============================================================================
