------------------------ MODULE CountedFromTheBlock -------------------------
\* Violates EntriesLeaveTimeToProve.
\* T_enter is two epochs and counted from the last proven block: a proof in time is
\* cut off (FALLBACK-2).
EXTENDS ProvenBlock

BuggyFallbackEnterSlots == 2 * SlotsPerEpoch
=============================================================================
