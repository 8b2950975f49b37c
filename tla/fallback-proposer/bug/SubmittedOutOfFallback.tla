----------------------- MODULE SubmittedOutOfFallback -----------------------
\* Violates SubmittedInFallback.
\* A block is submitted after the end of fallback (BASED-2).
EXTENDS Race

BuggySubmitBlockRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    Require(IsBuilt(s.proven), "NothingProven"),
    Require(s.proven.parent = s.view.tip, "ParentNotTip"),
    QueueRefusals(s.proven.transactions, s.proven.forced, s.view.queue),
    Require(s.submitted # s.slot, "AlreadySubmitted") }
=============================================================================
