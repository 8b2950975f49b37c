------------------------- MODULE YesterdayIsSigned --------------------------
\* Violates OnlyWorkIsSigned.
\* A result of the last slot is signed in this one (ATTEST-15).
EXTENDS Tiny

BuggyExecutedRefusals(s, e) ==
    LET w == s.work
        isOfWork == e.parent = w.parent /\ e.transactions = w.transactions /\ e.forced = w.forced
    IN UNION {
    Require(isOfWork /\ Missing(s) = <<>>, "NothingExecuting"),
    NoAlarm(s),
    NoFallback(s),
    AttestingOpen(s),
    Require(w.parent = s.view.tip, "ParentNotTip"),
    Require(Executable(w.parent, w.transactions, w.forced), "NotExecutable"),
    Require(w.blobs = "match", "BlobHashesMismatch"),
    Require(w.root = Root(w.parent, w.transactions, w.forced), "RootMismatch") }
=============================================================================
