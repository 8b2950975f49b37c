----------------------- MODULE SubmittedUnderTheAlarm -----------------------
\* Violates NobodySubmitsUnderTheAlarm.
\* A block is submitted while the alarm is raised (BASED-1).
EXTENDS Race

BuggySubmitBlockRefusals(s) == UNION {
    Level(s),
    InFallback(s),
    Require(IsBuilt(s.proven), "NothingProven"),
    Require(s.proven.parent = s.view.tip, "ParentNotTip"),
    QueueRefusals(s.proven.transactions, s.proven.forced, s.view.queue),
    Require(s.submitted # s.slot, "AlreadySubmitted") }
=============================================================================
