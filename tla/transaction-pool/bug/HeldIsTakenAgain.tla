-------------------------- MODULE HeldIsTakenAgain --------------------------
\* Violates HeldIsNotVerified.
\* What is held is verified again when somebody else sends it (TX-4).
EXTENDS Gossip

BuggyReceiveTransactionRefusals(s, e) ==
    LET isAsked == e.transaction \in Elements(s.asked)
        isOfPeer == e.from \in Elements(Peers)
        copies == CopiesFrom(s, e.from)
    IN UNION {
    FormRefusals(e.form),
    Require(CopyOf(e) \notin Elements(s.verifying), "VerificationPending"),
    Require(isAsked \/ e.transaction \notin Elements(s.view.root), "NullifierSpent"),
    Require(isAsked \/ Len(Waiting(s)) < PoolMaximum, "PoolFull"),
    Require(isAsked \/ ~isOfPeer \/ Len(copies) < VerifyingMaximum, "SenderBusy") }
=============================================================================
