-------------------------- MODULE UsersAreBounded ---------------------------
\* Violates NewIsTaken.
\* This node does not take more of its own users at a time than of a peer (TX-14).
EXTENDS Serve

BuggyReceiveTransactionRefusals(s, e) ==
    LET isAsked == e.transaction \in Elements(s.asked)
        isOfPeer == e.from \in Elements(Peers)
        copies == CopiesFrom(s, e.from)
    IN UNION {
    FormRefusals(e.form),
    NotHeld(s, e),
    Require(CopyOf(e) \notin Elements(s.verifying), "VerificationPending"),
    Require(isAsked \/ e.transaction \notin Elements(s.view.root), "NullifierSpent"),
    Require(isAsked \/ Len(Waiting(s)) < PoolMaximum, "PoolFull"),
    Require(isAsked \/ Len(copies) < VerifyingMaximum, "SenderBusy") }
=============================================================================
