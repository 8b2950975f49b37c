--------------------------- MODULE SubmittedAgain ---------------------------
\* Violates OneSubmissionPerSlot.
\* A block is handed to L1 again (BASED-10).
EXTENDS Race

BuggySubmitBlockRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    InFallback(s),
    Require(IsBuilt(s.proven), "NothingProven"),
    Require(s.proven.parent = s.view.tip, "ParentNotTip"),
    QueueRefusals(s.proven.transactions, s.proven.forced, s.view.queue) }
=============================================================================
