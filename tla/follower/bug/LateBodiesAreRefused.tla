------------------------ MODULE LateBodiesAreRefused ------------------------
\* Violates LackingBodiesAreTaken.
\* A body that comes after the slot of its block is refused (FOLLOW-8).
EXTENDS Grow

BuggyFetchedRefusals(s, e) == UNION {
    Require(s.fetching # NoHeader /\ e.header = s.fetching /\ e.header.slot >= s.slot,
            "NothingFetching"),
    Require(e.body = e.header.body, "BodyMismatch") }
=============================================================================
