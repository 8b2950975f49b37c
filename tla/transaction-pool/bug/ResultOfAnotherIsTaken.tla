----------------------- MODULE ResultOfAnotherIsTaken -----------------------
\* Violates ResultsAreOfTheBegun.
\* A result is taken for the transaction, whoever it was sent by (TX-15).
EXTENDS Gossip

BuggyVerifiedRefusals(s, e) == UNION {
    Require(\E c \in Elements(s.verifying) : c.transaction = e.transaction, "NothingVerifying"),
    Require(e.valid, "TransactionProofInvalid") }
=============================================================================
