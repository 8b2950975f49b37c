------------------------- MODULE ForcedIsNotStored --------------------------
\* Violates ForcedIsHeld.
\* What waits in the queue has to be sent by somebody (TX-8).
EXTENDS Gossip

BuggyStillStored(stored, view) ==
    InOrder(Transactions, Elements(stored) \ Elements(view.final))
=============================================================================
