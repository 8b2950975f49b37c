-------------------------- MODULE BegunIsFinished ---------------------------
\* Violates CorrectBlocksAreBuilt.
\* What was begun on another tip keeps a node from building (BASED-3).
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
    Require(~IsBuilt(s.building), "AlreadyBuilding"),
    Require(~(IsBuilt(s.proven) /\ s.proven.parent = tip), "AlreadyProven"),
    Require(s.slot > tip.slot, "SlotTaken"),
    QueueRefusals(L, forced, s.view.queue),
    Require(IsEnough(L, forced), "TooFewTransactions"),
    Require(own \subseteq Elements(s.held), "TransactionNotHeld"),
    Require(~Twice(L, forced), "TransactionTwice"),
    Require(own \cap Elements(tip.root) = {}, "NullifierSpent") }
=============================================================================
