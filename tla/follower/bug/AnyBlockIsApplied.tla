------------------------- MODULE AnyBlockIsApplied --------------------------
\* Violates OnlyTheFirstLackingComes.
\* While a body is asked for, that of any block is taken (FOLLOW-3).
EXTENDS Grow

BuggyFetchedRefusals(s, e) == UNION {
    Require(s.fetching # NoHeader, "NothingFetching"),
    Require(e.body = e.header.body, "BodyMismatch") }
=============================================================================
