------------------------- MODULE DuenessIsOfTheSlot -------------------------
\* Violates DuenessIsOfTheSubmission.
\* What is due is what was when the block was begun (BASED-9).
EXTENDS Forced

BuggySubmitBlockRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    InFallback(s),
    Require(IsBuilt(s.proven), "NothingProven"),
    Require(s.proven.parent = s.view.tip, "ParentNotTip"),
    QueueRefusals(s.proven.transactions, s.proven.forced, s.view.queue)
        \ {"ForcedTransactionsDue", "ForcedBelowMinimum"},
    Require(s.submitted # s.slot, "AlreadySubmitted") }
=============================================================================
