------------------------ MODULE EnterBeforeTwoEpochs ------------------------
\* Violates EntriesLeaveTimeToProve.
\* T_enter is one slot less than two epochs, and an entry waits for no claim: a proof
\* in time is cut off (FALLBACK-17).
EXTENDS Returned

BuggyFallbackEnterSlots == 2 * SlotsPerEpoch - 1
=============================================================================
