------------------------- MODULE VerifiedWithAView --------------------------
\* Violates ProvenIsTaken.
\* Transactions are taken only by a node that has caught up (TX-1).
EXTENDS Prove

BuggyVerifiedRefusals(s, e) == UNION {
    Level(s),
    Require(e.transaction \notin Elements(s.held), "TransactionHeld"),
    Require(e.valid, "TransactionProofInvalid") }
=============================================================================
