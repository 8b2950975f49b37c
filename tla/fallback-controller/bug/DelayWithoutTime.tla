-------------------------- MODULE DelayWithoutTime --------------------------
\* Violates EntriesLeaveTimeToProve.
\* T_enter is one slot less than three epochs, and what waits may be included one epoch
\* after it began to: a proof in time of that block is cut off (FALLBACK-17).
EXTENDS Delayed

BuggyFallbackEnterSlots == 3 * SlotsPerEpoch - 1
BuggyDelayEpochs == 1
=============================================================================
