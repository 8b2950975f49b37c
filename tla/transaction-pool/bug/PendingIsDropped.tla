-------------------------- MODULE PendingIsDropped --------------------------
\* Violates HeldIsKept.
\* A transaction is dropped when a block includes it, final or not (TX-10).
EXTENDS Gossip

BuggyStillStored(before, report) ==
    InOrder(Transactions, (Elements(before) \cup Elements(report.queue)) \ Elements(report.root))
=============================================================================
