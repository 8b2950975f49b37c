------------------------- MODULE AnyParentIsApplied -------------------------
\* Violates OnlyTheFirstLackingComes.
\* The body of a block that is asked for comes for one on another parent (FOLLOW-3).
EXTENDS Grow

BuggyFetchedRefusals(s, e) == UNION {
    Require(s.fetching # NoHeader /\ [e.header EXCEPT !.parent = s.fetching.parent] = s.fetching,
            "NothingFetching"),
    Require(e.body = e.header.body, "BodyMismatch") }
=============================================================================
