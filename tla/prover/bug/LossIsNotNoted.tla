--------------------------- MODULE LossIsNotNoted ---------------------------
\* Violates LostStoresWait.
\* After the loss of its store a prover is as one that started before genesis (QUOTE-12).
EXTENDS Quote

BuggyEmptied(s) ==
    [s EXCEPT !.held = <<>>,
              !.quoted = NoQuote,
              !.proof = NoTarget,
              !.submitted = -1,
              !.moved = -1]
=============================================================================
