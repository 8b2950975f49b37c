-------------------------- MODULE ShownStaysSecret --------------------------
\* Violates ShownIsPublic.
\* What L1 shows stays a secret of this node (TX-7).
EXTENDS Serve

BuggyStillStashed(stashed, stored, view) ==
    InOrder(Transactions, Elements(stashed) \cap Elements(stored))
=============================================================================
