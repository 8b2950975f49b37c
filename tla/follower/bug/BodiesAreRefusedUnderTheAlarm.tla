------------------- MODULE BodiesAreRefusedUnderTheAlarm --------------------
\* Violates LackingBodiesAreTaken.
\* Under the alarm every body is refused (FOLLOW-8).
EXTENDS Reorg

BuggyFetchedRefusals(s, e) == UNION {
    Require(s.fetching # NoHeader /\ e.header = s.fetching /\ ~Alarm(s), "NothingFetching"),
    Require(e.body = e.header.body, "BodyMismatch") }
=============================================================================
