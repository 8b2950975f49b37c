---------------------- MODULE SubmittedBeyondTheQueue -----------------------
\* Violates DuenessIsOfTheSubmission.
\* A block is submitted that takes what does not wait any more (BASED-9).
EXTENDS Forced

BuggySubmitBlockRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    InFallback(s),
    Require(IsBuilt(s.proven), "NothingProven"),
    Require(s.proven.parent = s.view.tip, "ParentNotTip"),
    QueueRefusals(s.proven.transactions, s.proven.forced, s.view.queue) \ {"ForcedBeyondQueue"},
    Require(s.submitted # s.slot, "AlreadySubmitted") }
=============================================================================
