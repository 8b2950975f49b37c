-------------------------- MODULE HeldIsTakenAgain --------------------------
\* Violates HeldIsNotVerified.
\* What is held is verified again when somebody else sends it (TX-4).
EXTENDS Serve

BuggyReceiveTransactionRefusals(s, e) == UNION {
    FormRefusals(e.form),
    Require(CopyOf(e) \notin Elements(s.verifying), "VerificationPending"),
    Require(~IsSpent(s, e), "NullifierSpent"),
    Require(IsAsked(s, e) \/ Len(Waiting(s)) < PoolMaximum, "PoolFull"),
    Require(~IsBusy(s, e), "SenderBusy") }
=============================================================================
