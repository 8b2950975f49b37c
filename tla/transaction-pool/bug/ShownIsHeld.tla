---------------------------- MODULE ShownIsHeld -----------------------------
\* Violates OnlyVerifiedIsHeld.
\* What L1 shows in blocks counts as held (TX-1).
EXTENDS Gossip

BuggyStillStored(before, report) ==
    InOrder(Transactions,
            (Elements(before) \cup Elements(report.queue) \cup Elements(report.root)) \ SpentIn(report.final))
=============================================================================
