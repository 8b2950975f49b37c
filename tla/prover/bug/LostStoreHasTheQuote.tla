------------------------ MODULE LostStoreHasTheQuote ------------------------
\* Violates StartsAreLeftOut.
\* After the loss of its store a prover knows what it quoted (QUOTE-12).
EXTENDS Quote

BuggyEmptied(s) ==
    [s EXCEPT !.held = <<>>,
              !.quotesFrom = Epoch(s),
              !.proof = NoTarget,
              !.submitted = -1,
              !.moved = -1]
=============================================================================
