------------------------ MODULE OneBoundForAllPeers -------------------------
\* Violates NewIsTaken.
\* One peer takes the place of all others (TX-14).
EXTENDS Gossip

BuggyReceiveTransactionRefusals(s, e) ==
    LET isAsked == e.transaction \in Elements(s.asked)
        isOfPeer == e.from \in Elements(Peers)
        copies == s.verifying
    IN UNION {
    FormRefusals(e.form),
    NotHeld(s, e),
    Require(CopyOf(e) \notin Elements(s.verifying), "VerificationPending"),
    Require(isAsked \/ e.transaction \notin Elements(s.view.root), "NullifierSpent"),
    Require(isAsked \/ Len(Waiting(s)) < PoolMaximum, "PoolFull"),
    Require(isAsked \/ ~isOfPeer \/ Len(copies) < VerifyingMaximum, "SenderBusy") }
=============================================================================
