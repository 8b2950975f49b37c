----------------------- MODULE PublishedOnAnotherTip ------------------------
\* Violates PublishedOnTheOwnTip.
\* A block is published on what is the tip no more (BUILD-3).
EXTENDS Collect

BuggyPublishRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    HasProposed(s),
    IsUnpublished(s),
    PublishingOpen(s),
    Require(Len(s.attestations) >= Quorum(s), "QuorumNotReached") }
=============================================================================
