-------------------------- MODULE NothingIsDropped --------------------------
\* Violates FinalIsNotHeld.
\* What is final is held for ever (TX-10).
EXTENDS Gossip

BuggyStillStored(before, report) == InOrder(Transactions, Elements(before) \cup Elements(report.queue))
=============================================================================
