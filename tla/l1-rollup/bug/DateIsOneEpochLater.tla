------------------------- MODULE DateIsOneEpochLater -------------------------
\* Violates DatesDoNotFall.
\* A transaction gets one epoch more than the delay (QUEUE-3).
EXTENDS Forced

BuggyIncludedByEpoch(s) == Now(s) + ForcedDelayEpochs + 1
=============================================================================
