------------------------ MODULE TimestampOfTheParent ------------------------
\* Violates ProposedIsComputed.
\* The timestamp is that of the parent (ATTEST-5).
EXTENDS Build

BuggyProposed(s, e) == [
    slot          |-> s.slot,
    timestampSlot |-> e.parent.slot,
    parent        |-> e.parent,
    transactions  |-> e.transactions,
    forced        |-> e.forced,
    root          |-> Root(e.parent, e.transactions, e.forced),
    blobs         |-> "match" ]
=============================================================================
