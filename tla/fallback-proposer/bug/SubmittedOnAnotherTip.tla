----------------------- MODULE SubmittedOnAnotherTip ------------------------
\* Violates SubmittedOnTheOwnTip.
\* A block is submitted on a tip that moved (BASED-8).
EXTENDS Race

BuggySubmitBlockRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    InFallback(s),
    Require(IsBuilt(s.proven), "NothingProven"),
    QueueRefusals(s.proven.transactions, s.proven.forced, s.view.queue),
    Require(s.submitted # s.slot, "AlreadySubmitted") }
=============================================================================
