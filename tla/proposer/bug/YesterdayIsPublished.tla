------------------------ MODULE YesterdayIsPublished ------------------------
\* Violates PublishedInTime.
\* The block of the last slot is handed to L1 in this one (BUILD-19).
EXTENDS Collect

BuggyPublishRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    IsUnpublished(s),
    PublishingOpen(s),
    Require(s.proposed.parent = s.view.tip, "ParentNotTip"),
    Require(Len(s.attestations) >= Quorum(s), "QuorumNotReached") }
=============================================================================
