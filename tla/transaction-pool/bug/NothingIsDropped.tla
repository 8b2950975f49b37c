-------------------------- MODULE NothingIsDropped --------------------------
\* Violates FinalIsDropped.
\* What is final is held for ever (TX-10).
EXTENDS Gossip

BuggyStillStored(stored, view) == InOrder(Transactions, Elements(stored) \cup Elements(view.queue))
=============================================================================
