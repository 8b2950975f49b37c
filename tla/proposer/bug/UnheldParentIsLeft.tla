------------------------- MODULE UnheldParentIsLeft -------------------------
\* Violates CorrectBlocksAreBuilt.
\* Nobody builds on a block whose transactions it does not hold (BUILD-17).
EXTENDS Build

BuggyBuildRefusals(s, e) ==
    LET L == e.transactions
        forced == e.forced
        own == Elements(Others(L, forced))
        isBuilding == IsBuildingNow(s) /\ s.building.parent = s.view.tip
    IN UNION {
    Level(s),
    Require(~s.view.alarm /\ Elements(s.view.tip.root) \subseteq Elements(s.held), "AlarmRaised"),
    NoFallback(s),
    Require(ProposerOf(s.slot) = Self, "NotProposer"),
    BuildingOpen(s),
    Require(s.slot >= s.signsFrom, "StartTooRecent"),
    Require(s.proposed.slot < s.slot, "AlreadyProposed"),
    Require(~isBuilding, "AlreadyBuilding"),
    Require(s.slot > s.view.tip.slot, "SlotTaken"),
    QueueRefusals(L, forced, s.view.queue),
    Require(~Few(L, forced), "TooFewTransactions"),
    Require(own \subseteq Elements(s.held), "TransactionNotHeld"),
    Require(~Twice(L, forced), "TransactionTwice"),
    Require(own \cap Elements(s.view.tip.root) = {}, "NullifierSpent") }
=============================================================================
