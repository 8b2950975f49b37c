-------------------------- MODULE ShownStaysSecret --------------------------
\* Violates ShownIsNoSecret.
\* What L1 shows stays a secret of this node (TX-7).
EXTENDS Serve

BuggyStillStashed(before, kept, report) == InOrder(Transactions, Elements(before) \cap Elements(kept))
=============================================================================
