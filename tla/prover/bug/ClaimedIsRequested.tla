------------------------- MODULE ClaimedIsRequested -------------------------
\* Violates MissingCanBeRequested.
\* Transactions are asked for only by who was claimed for (PROVE-1).
EXTENDS Prove

BuggyGatherRefusals(s) == UNION {
    Level(s),
    Require(Missing(s) # <<>> /\ s.view.claim = Self, "NothingMissing") }
=============================================================================
