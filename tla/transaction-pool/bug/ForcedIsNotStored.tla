------------------------- MODULE ForcedIsNotStored --------------------------
\* Violates ForcedIsHeld.
\* What waits in the queue has to be sent by somebody (TX-8).
EXTENDS Gossip

BuggyStillStored(before, report) ==
    InOrder(Transactions, Elements(before) \ SpentIn(report.final))
=============================================================================
