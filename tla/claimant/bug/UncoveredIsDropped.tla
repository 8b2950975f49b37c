------------------------- MODULE UncoveredIsDropped -------------------------
\* Violates KeptAsLongAsOfUse.
\* A report drops what the escrow does not cover any more (QUOTE-3).
EXTENDS Window

BuggyFollow(s, e) ==
    LET next == [s EXCEPT !.view = e.view]
    IN [next EXCEPT !.quotes = SelectSeq(@, LAMBDA q : q.bond <= Covered(next, q.prover))]
=============================================================================
