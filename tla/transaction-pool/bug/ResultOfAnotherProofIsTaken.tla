-------------------- MODULE ResultOfAnotherProofIsTaken ---------------------
\* Violates ResultsAreOfTheBegun.
\* A result is taken for the transaction and its sender, whatever proof it is of (TX-15).
EXTENDS Gossip

BuggyVerifiedRefusals(s, e) == UNION {
    Require(\E c \in Elements(s.verifying) : c.transaction = e.transaction /\ c.from = e.from,
            "NothingVerifying"),
    Require(e.valid, "TransactionProofInvalid") }
=============================================================================
