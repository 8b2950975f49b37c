---------------------------- MODULE ShownIsHeld -----------------------------
\* Violates OnlyVerifiedIsHeld.
\* What L1 shows in blocks counts as held (TX-1).
EXTENDS Gossip

BuggyStillStored(stored, view) ==
    InOrder(Transactions,
            (Elements(stored) \cup Elements(view.queue) \cup Elements(view.root)) \ Elements(view.final))
=============================================================================
