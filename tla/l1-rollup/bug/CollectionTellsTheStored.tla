---------------------- MODULE CollectionTellsTheStored ----------------------
\* Violates LazinessIsNotObserved.
\* A collection announces what was slashed before it (LOG-7).
EXTENDS Escrow

BuggyCollectionLogs(s) ==
    <<[type |-> "SlashedCollected", amount |-> s.slashed], TransferLog("escrow", "sink", s.slashed)>>
=============================================================================
