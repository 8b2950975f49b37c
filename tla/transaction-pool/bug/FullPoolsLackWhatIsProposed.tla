-------------------- MODULE FullPoolsLackWhatIsProposed ---------------------
\* Violates AskedIsTaken.
\* A full pool does not take what a proposal lists (TX-12).
EXTENDS Gossip

BuggyReceiveTransactionRefusals(s, e) == UNION {
    FormRefusals(e.form),
    Require(~IsStored(s, e), "TransactionHeld"),
    Require(CopyOf(e) \notin Elements(s.verifying), "VerificationPending"),
    Require(~IsSpent(s, e), "NullifierSpent"),
    Require(Len(Waiting(s)) < PoolMaximum, "PoolFull"),
    Require(~IsBusy(s, e), "SenderBusy") }
=============================================================================
