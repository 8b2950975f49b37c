-------------------------- MODULE PendingIsDropped --------------------------
\* Violates FinalIsDropped.
\* A transaction is dropped when a block includes it, final or not (TX-10).
EXTENDS Gossip

BuggyStillStored(stored, view) ==
    InOrder(Transactions,
            (Elements(stored) \cup Elements(view.queue)) \ (Elements(view.final) \cup Elements(view.root)))
=============================================================================
