------------------------- MODULE DepositsNeedAView --------------------------
\* Violates DepositsAreMade.
\* A deposit waits until the node has caught up (PROVE-7).
EXTENDS Escrow

BuggyDepositRefusals(s, e) == UNION {
    Level(s),
    IsPositive(e),
    IsUnmoved(s) }
=============================================================================
