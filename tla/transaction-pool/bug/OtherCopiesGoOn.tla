-------------------------- MODULE OtherCopiesGoOn ---------------------------
\* Violates HeldIsNotVerified.
\* The result for one sender leaves the proofs of others to be verified (TX-15).
EXTENDS Gossip

BuggyVerified(s, e) ==
    [s EXCEPT !.stored = InOrder(Transactions, Elements(@) \cup {e.transaction}),
              !.stashed = Stashed(s, e),
              !.verifying = Without(@, {CopyOf(e)}),
              !.asked = Without(@, {e.transaction})]
=============================================================================
