--------------------------- MODULE PublishedAgain ---------------------------
\* Violates OneBlockPerSlot.
\* A block is handed to L1 again (BUILD-22).
EXTENDS Collect

BuggyPublishRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    HasProposed(s),
    PublishingOpen(s),
    Require(s.proposed.parent = s.view.tip, "ParentNotTip"),
    Require(Len(s.attestations) >= Quorum(s), "QuorumNotReached") }
=============================================================================
