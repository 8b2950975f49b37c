------------------------ MODULE LostStoreHasTheQuote ------------------------
\* Violates QuotedIsKept.
\* After the loss of its store a prover knows what it quoted (QUOTE-8).
EXTENDS Quote

BuggyEmptied(s) ==
    [s EXCEPT !.held = <<>>, !.proof = NoTarget, !.submitted = -1, !.moved = -1]
=============================================================================
