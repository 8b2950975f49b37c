-------------------------- MODULE AnythingIsForced --------------------------
\* Violates ForcedAreTakenOnce.
\* L1 counts what a block takes and does not compare what it is: t1 is proven twice, and
\* t2 never (QUEUE-5).
EXTENDS Byzantine

BuggyTakesTheFront(b) == TRUE
=============================================================================
