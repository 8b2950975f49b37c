------------------------- MODULE SubmittedIsAwaited -------------------------
\* Violates GivingUpIsAWayOut.
\* In the slot of a submission nothing is begun (BASED-3).
EXTENDS Race

BuggyBuildRefusals(s, e) ==
    LET L == e.transactions
        forced == e.forced
        own == Elements(Others(L, forced))
        tip == s.view.tip
    IN UNION {
    Level(s),
    NoAlarm(s),
    InFallback(s),
    Require(~(IsBuilt(s.building) /\ s.building.parent = tip), "AlreadyBuilding"),
    Require(~(IsBuilt(s.proven) /\ s.proven.parent = tip), "AlreadyProven"),
    Require(s.slot > tip.slot, "SlotTaken"),
    Require(s.submitted # s.slot, "AlreadySubmitted"),
    QueueRefusals(L, forced, s.view.queue),
    Require(IsEnough(L, forced), "TooFewTransactions"),
    Require(own \subseteq Elements(s.held), "TransactionNotHeld"),
    Require(~Twice(L, forced), "TransactionTwice"),
    Require(own \cap Elements(tip.root) = {}, "NullifierSpent") }
=============================================================================
