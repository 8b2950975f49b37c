------------------------ MODULE LostStoreHasTheProof ------------------------
\* Violates ProofIsKept.
\* After the loss of its store a prover has its proof (PROVE-4).
EXTENDS Prove

BuggyEmptied(s) ==
    [s EXCEPT !.held = <<>>,
              !.quoted = NoQuote,
              !.quotesFrom = Epoch(s),
              !.submitted = -1,
              !.moved = -1]
=============================================================================
