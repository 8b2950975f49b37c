--------------------- MODULE LostStoreHasTheSubmission ----------------------
\* Violates SubmittedIsKept.
\* After the loss of its store a prover knows when it submitted (PROVE-6).
EXTENDS Prove

BuggyEmptied(s) ==
    [s EXCEPT !.held = <<>>,
              !.quoted = NoQuote,
              !.quotesFrom = Epoch(s),
              !.proof = NoTarget,
              !.moved = -1]
=============================================================================
