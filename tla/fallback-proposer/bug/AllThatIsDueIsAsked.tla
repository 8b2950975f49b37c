------------------------ MODULE AllThatIsDueIsAsked -------------------------
\* Violates ProofsAreSubmitted.
\* Whatever becomes due voids a proof, of forced ones alone too (BASED-9).
EXTENDS Forced

BuggySubmitBlockRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    InFallback(s),
    Require(IsBuilt(s.proven), "NothingProven"),
    Require(s.proven.parent = s.view.tip, "ParentNotTip"),
    QueueRefusals(s.proven.transactions, s.proven.forced, s.view.queue),
    Require(Len(s.view.queue) <= s.proven.forced, "ForcedTransactionsDue"),
    Require(s.submitted # s.slot, "AlreadySubmitted") }
=============================================================================
