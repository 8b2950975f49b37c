--------------------------- MODULE BlobsOfAnother ---------------------------
\* Violates ProposedIsComputed.
\* The versioned hashes are those of another body (BUILD-18).
EXTENDS Build

BuggyProposed(s, e) == [
    slot          |-> s.slot,
    timestampSlot |-> s.slot,
    parent        |-> e.parent,
    transactions  |-> e.transactions,
    forced        |-> e.forced,
    root          |-> Root(e.parent, e.transactions, e.forced),
    blobs         |-> "other" ]
=============================================================================
