------------------------- MODULE SubmittedInItsSlot -------------------------
\* Violates ProofsAreSubmitted.
\* A block is submitted in its own slot alone (BASED-4).
EXTENDS Race

BuggySubmitBlockRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    InFallback(s),
    Require(IsBuilt(s.proven), "NothingProven"),
    Require(s.proven.parent = s.view.tip, "ParentNotTip"),
    Require(s.proven.slot = s.slot, "SlotNotCurrent"),
    QueueRefusals(s.proven.transactions, s.proven.forced, s.view.queue),
    Require(s.submitted # s.slot, "AlreadySubmitted") }
=============================================================================
