---------------------- MODULE LostStoreHasTransactions ----------------------
\* Violates HeldIsKept.
\* After the loss of its store a node counts as held what it held (TX-4).
EXTENDS Prove

BuggyEmptied(s) ==
    [s EXCEPT !.quoted = NoQuote,
              !.quotesFrom = Epoch(s),
              !.proof = NoTarget,
              !.submitted = -1,
              !.moved = -1]
=============================================================================
