--------------------------- MODULE HeldIsAskedFor ---------------------------
\* Violates HeldIsNotLacked.
\* What the node holds is recorded as asked for when a role lacks it (TX-16).
EXTENDS Gossip

BuggyAsk(s, e) == [s EXCEPT !.asked = InOrder(Transactions, Elements(@) \cup {e.transaction})]
=============================================================================
