------------------------ MODULE LostStoreHasTheCall -------------------------
\* Violates MovedIsKept.
\* After the loss of its store a prover knows when it called the escrow (PROVE-6).
EXTENDS Escrow

BuggyEmptied(s) ==
    [s EXCEPT !.held = <<>>,
              !.quoted = NoQuote,
              !.quotesFrom = Epoch(s),
              !.proof = NoTarget,
              !.submitted = -1]
=============================================================================
