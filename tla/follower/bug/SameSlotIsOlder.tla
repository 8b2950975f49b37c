-------------------------- MODULE SameSlotIsOlder ---------------------------
\* Violates OtherViewsAreTaken.
\* A view of the same slot is refused (FOLLOW-10).
EXTENDS Grow

BuggyReadViewRefusals(s, e) == UNION {
    Require(e.view.time > s.view.time, "ViewOlder"),
    Require(e.view # s.view, "ViewKnown") }
=============================================================================
