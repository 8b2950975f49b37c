---------------------- MODULE SpentIsNotTakenOfAnybody ----------------------
\* Violates AskedIsTaken.
\* What a proposal lists is refused when it is spent, so that its check does not end
\* (TX-5).
EXTENDS Gossip

BuggyReceiveTransactionRefusals(s, e) ==
    LET isAsked == e.transaction \in Elements(s.asked)
        isOfPeer == e.from \in Elements(Peers)
        copies == CopiesFrom(s, e.from)
    IN UNION {
    FormRefusals(e.form),
    NotHeld(s, e),
    Require(CopyOf(e) \notin Elements(s.verifying), "VerificationPending"),
    Require(e.transaction \notin Elements(s.view.root), "NullifierSpent"),
    Require(isAsked \/ Len(Waiting(s)) < PoolMaximum, "PoolFull"),
    Require(isAsked \/ ~isOfPeer \/ Len(copies) < VerifyingMaximum, "SenderBusy") }
=============================================================================
