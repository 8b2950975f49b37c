------------------------- MODULE DateIsForTheHurried -------------------------
\* Violates DatesDoNotFall.
\* Whoever comes second has no delay, reading (a): the user sets the date (QUEUE-3).
EXTENDS Forced

BuggyIncludedByEpoch(s) == Now(s) + (IF s.queue = <<>> THEN ForcedDelayEpochs ELSE 0)
=============================================================================
