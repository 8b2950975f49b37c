-------------------------- MODULE PublishedBehind ---------------------------
\* Violates PublishedLevel.
\* A block is published by a view that goes on (FOLLOW-9).
EXTENDS Collect

BuggyPublishRefusals(s) == UNION {
    NoAlarm(s),
    NoFallback(s),
    HasProposed(s),
    IsUnpublished(s),
    PublishingOpen(s),
    Require(s.proposed.parent = s.view.tip, "ParentNotTip"),
    Require(Len(s.attestations) >= Quorum(s), "QuorumNotReached") }
=============================================================================
