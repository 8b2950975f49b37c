-------------------- MODULE FullPoolsLackWhatIsProposed ---------------------
\* Violates AskedIsTaken.
\* A full pool does not take what a proposal lists (TX-12).
EXTENDS Gossip

BuggyReceiveTransactionRefusals(s, e) ==
    LET isAsked == e.transaction \in Elements(s.asked)
        isOfPeer == e.from \in Elements(Peers)
        copies == CopiesFrom(s, e.from)
    IN UNION {
    FormRefusals(e.form),
    NotHeld(s, e),
    Require(CopyOf(e) \notin Elements(s.verifying), "VerificationPending"),
    Require(isAsked \/ e.transaction \notin Elements(s.view.root), "NullifierSpent"),
    Require(Len(Waiting(s)) < PoolMaximum, "PoolFull"),
    Require(isAsked \/ ~isOfPeer \/ Len(copies) < VerifyingMaximum, "SenderBusy") }
=============================================================================
