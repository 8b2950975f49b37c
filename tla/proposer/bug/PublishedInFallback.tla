------------------------ MODULE PublishedInFallback -------------------------
\* Violates NobodyPublishesInFallback.
\* A block is published in fallback (BUILD-1).
EXTENDS Collect

BuggyPublishRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    HasProposed(s),
    IsUnpublished(s),
    PublishingOpen(s),
    Require(s.proposed.parent = s.view.tip, "ParentNotTip"),
    Require(Len(s.attestations) >= Quorum(s), "QuorumNotReached") }
=============================================================================
