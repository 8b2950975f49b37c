------------------------- MODULE SignedOnAnotherTip -------------------------
\* Violates SignedOnTheOwnTip.
\* A tip that moves during an execution is not noticed (ATTEST-9).
EXTENDS Tiny

BuggyExecutedRefusals(s, e) ==
    LET w == s.work
        isOfWork == e.parent = w.parent /\ e.transactions = w.transactions /\ e.forced = w.forced
    IN UNION {
    Require(IsLive(s) /\ isOfWork /\ Missing(s) = <<>>, "NothingExecuting"),
    NoAlarm(s),
    NoFallback(s),
    AttestingOpen(s),
    Require(Executable(w.parent, w.transactions, w.forced), "NotExecutable"),
    Require(w.blobs = "match", "BlobHashesMismatch"),
    Require(w.root = Root(w.parent, w.transactions, w.forced), "RootMismatch") }
=============================================================================
