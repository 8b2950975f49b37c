------------------------- MODULE VerifiedWithAView --------------------------
\* Violates ProvenIsTaken.
\* Transactions are taken by a level view alone (TX-1).
EXTENDS Race

BuggyVerifiedRefusals(s, e) == UNION {
    Level(s),
    Require(e.transaction \notin Elements(s.held), "TransactionHeld"),
    Require(e.valid, "TransactionProofInvalid") }
=============================================================================
