------------------------- MODULE UnattestedIsTaken --------------------------
\* Violates PendingIsAttested.
\* L1 takes a block that nobody attested (PROPOSE-10, PROPOSE-11).
EXTENDS Stale

BuggyAttests == UNCHANGED attested
=============================================================================
