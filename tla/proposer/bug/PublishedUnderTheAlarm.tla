----------------------- MODULE PublishedUnderTheAlarm -----------------------
\* Violates NobodyPublishesUnderTheAlarm.
\* A block is published under the alarm (FOLLOW-5).
EXTENDS Collect

BuggyPublishRefusals(s) == UNION {
    Level(s),
    NoFallback(s),
    HasProposed(s),
    IsUnpublished(s),
    PublishingOpen(s),
    Require(s.proposed.parent = s.view.tip, "ParentNotTip"),
    Require(Len(s.attestations) >= Quorum(s), "QuorumNotReached") }
=============================================================================
