------------------------ MODULE ProposedForTomorrow -------------------------
\* Violates NothingIsOfTheFuture.
\* The proposal of the last slot’s end is for the next slot (BUILD-18).
EXTENDS Build

BuggyProposed(s, e) == [
    slot          |-> s.slot + 1,
    timestampSlot |-> s.slot + 1,
    parent        |-> e.parent,
    transactions  |-> e.transactions,
    forced        |-> e.forced,
    root          |-> Root(e.parent, e.transactions, e.forced),
    blobs         |-> "match" ]
=============================================================================
