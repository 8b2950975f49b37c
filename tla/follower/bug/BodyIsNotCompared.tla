------------------------- MODULE BodyIsNotCompared --------------------------
\* Violates BodiesAreOfTheirHeaders.
\* A body is applied without a look at its hashes (FOLLOW-2).
EXTENDS Grow

BuggyFetchedRefusals(s, e) == UNION {
    Require(s.fetching # NoHeader /\ e.header = s.fetching, "NothingFetching") }
=============================================================================
