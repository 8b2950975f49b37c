------------------------- MODULE VerifiedWithAView --------------------------
\* Violates ProvenIsTaken.
\* Without a view no transaction is held (TX-1).
EXTENDS Tiny

BuggyVerifiedRefusals(s, e) == UNION {
    Require(e.transaction \notin Elements(s.held), "TransactionHeld"),
    Require(e.valid /\ s.view.follows # "nothing", "TransactionProofInvalid") }
=============================================================================
