---------------------- MODULE FirstProofKeepsOthersOut ----------------------
\* Violates NewIsTaken.
\* While a transaction is verified it is not taken of anybody else, so that a wrong
\* proof keeps the right one out (TX-9).
EXTENDS Gossip

BuggyReceiveTransactionRefusals(s, e) ==
    LET isAsked == e.transaction \in Elements(s.asked)
        isOfPeer == e.from \in Elements(Peers)
        copies == CopiesFrom(s, e.from)
    IN UNION {
    FormRefusals(e.form),
    NotHeld(s, e),
    Require(e.transaction \notin {c.transaction : c \in Elements(s.verifying)}, "VerificationPending"),
    Require(isAsked \/ e.transaction \notin Elements(s.view.root), "NullifierSpent"),
    Require(isAsked \/ Len(Waiting(s)) < PoolMaximum, "PoolFull"),
    Require(isAsked \/ ~isOfPeer \/ Len(copies) < VerifyingMaximum, "SenderBusy") }
=============================================================================
