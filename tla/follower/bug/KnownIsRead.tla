---------------------------- MODULE KnownIsRead -----------------------------
\* Violates KnownViewsAreNotRead.
\* A view that is known is taken again (FOLLOW-7).
EXTENDS Grow

BuggyReadViewRefusals(s, e) == UNION {
    Require(e.view.time >= s.view.time, "ViewOlder") }
=============================================================================
