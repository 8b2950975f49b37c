------------------------ MODULE SubmittedOutOfOrder -------------------------
\* Violates DuenessIsOfTheSubmission.
\* A block is submitted although other forced ones are in front by now (BASED-9).
EXTENDS Forced

BuggySubmitBlockRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    InFallback(s),
    Require(IsBuilt(s.proven), "NothingProven"),
    Require(s.proven.parent = s.view.tip, "ParentNotTip"),
    QueueRefusals(s.proven.transactions, s.proven.forced, s.view.queue) \ {"ForcedHashMismatch"},
    Require(s.submitted # s.slot, "AlreadySubmitted") }
=============================================================================
