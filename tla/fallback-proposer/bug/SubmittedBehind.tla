-------------------------- MODULE SubmittedBehind ---------------------------
\* Violates SubmittedLevel.
\* A block is submitted by a view that goes on (BASED-1).
EXTENDS Race

BuggySubmitBlockRefusals(s) == UNION {
    NoAlarm(s),
    InFallback(s),
    Require(IsBuilt(s.proven), "NothingProven"),
    Require(s.proven.parent = s.view.tip, "ParentNotTip"),
    QueueRefusals(s.proven.transactions, s.proven.forced, s.view.queue),
    Require(s.submitted # s.slot, "AlreadySubmitted") }
=============================================================================
