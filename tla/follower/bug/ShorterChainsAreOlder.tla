----------------------- MODULE ShorterChainsAreOlder ------------------------
\* Violates OtherViewsAreTaken.
\* A view of the same slot is refused when its chain is shorter (FOLLOW-10).
EXTENDS Reorg

BuggyReadViewRefusals(s, e) == UNION {
    Require(e.view.time >= s.view.time
                /\ (e.view.time = s.view.time => Len(e.view.chain) >= Len(s.view.chain)), "ViewOlder"),
    Require(e.view # s.view, "ViewKnown") }
=============================================================================
