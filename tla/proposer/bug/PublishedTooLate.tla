-------------------------- MODULE PublishedTooLate --------------------------
\* Violates PublishedInTime.
\* A block is handed to L1 when no L1 block of its slot is left (BUILD-23).
EXTENDS Collect

BuggyPublishRefusals(s) == UNION {
    Level(s),
    NoAlarm(s),
    NoFallback(s),
    HasProposed(s),
    IsUnpublished(s),
    Require(s.proposed.parent = s.view.tip, "ParentNotTip"),
    Require(Len(s.attestations) >= Quorum(s), "QuorumNotReached") }
=============================================================================
