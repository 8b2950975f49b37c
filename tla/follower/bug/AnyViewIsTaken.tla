--------------------------- MODULE AnyViewIsTaken ---------------------------
\* Violates ViewsDoNotGoBack.
\* Whatever was read last counts (FOLLOW-10).
EXTENDS Grow

BuggyReadViewRefusals(s, e) == UNION {
    Require(e.view # s.view, "ViewKnown") }
=============================================================================
