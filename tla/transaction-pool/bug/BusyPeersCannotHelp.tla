------------------------ MODULE BusyPeersCannotHelp -------------------------
\* Violates AskedIsTaken.
\* What a proposal lists is not taken of a peer that sent enough (TX-14).
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
    Require(isAsked \/ Len(Waiting(s)) < PoolMaximum, "PoolFull"),
    Require(~isOfPeer \/ Len(copies) < VerifyingMaximum, "SenderBusy") }
=============================================================================
