------------------------- MODULE ForcedWithoutTime --------------------------
\* Violates EntriesLeaveTimeToProve.
\* T_enter is one slot less than three epochs, and what is forced may be included one
\* epoch later: an honest proposer's block is cut off (FALLBACK-17).
EXTENDS Delayed

BuggyFallbackEnterSlots == 3 * SlotsPerEpoch - 1
BuggyDelayEpochs == 1
=============================================================================
