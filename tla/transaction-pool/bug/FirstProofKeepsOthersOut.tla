---------------------- MODULE FirstProofKeepsOthersOut ----------------------
\* Violates NewIsTaken.
\* While a transaction is verified it is not taken of anybody else, so that a wrong
\* proof keeps the right one out (TX-19).
EXTENDS Gossip

BuggyReceiveTransactionRefusals(s, e) == UNION {
    FormRefusals(e.form),
    Require(~IsStored(s, e), "TransactionHeld"),
    Require(e.transaction \notin {c.transaction : c \in Elements(s.verifying)}, "VerificationPending"),
    Require(~IsSpent(s, e), "NullifierSpent"),
    Require(IsAsked(s, e) \/ Len(Waiting(s)) < PoolMaximum, "PoolFull"),
    Require(~IsBusy(s, e), "SenderBusy") }
=============================================================================
