----------------------- MODULE VerifiedIsStillLacked ------------------------
\* Violates HeldIsNotLacked.
\* What came counts as asked for until the slot is over (TX-16).
EXTENDS Gossip

BuggyVerified(s, e) ==
    [s EXCEPT !.stored = InOrder(Transactions, Elements(@) \cup {e.transaction}),
              !.stashed = Stashed(s, e),
              !.verifying = NotOf(@, {e.transaction})]
=============================================================================
