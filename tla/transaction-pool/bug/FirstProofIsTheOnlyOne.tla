----------------------- MODULE FirstProofIsTheOnlyOne -----------------------
\* Violates PendingIsTheSame.
\* While one proof of a sender is verified another one of the same transaction counts as
\* the same (TX-19).
EXTENDS Gossip

BuggyReceiveTransactionRefusals(s, e) == UNION {
    FormRefusals(e.form),
    Require(~IsStored(s, e), "TransactionHeld"),
    Require(\A c \in Elements(s.verifying) : c.transaction # e.transaction \/ c.from # e.from,
            "VerificationPending"),
    Require(~IsSpent(s, e), "NullifierSpent"),
    Require(IsAsked(s, e) \/ Len(Waiting(s)) < PoolMaximum, "PoolFull"),
    Require(~IsBusy(s, e), "SenderBusy") }
=============================================================================
