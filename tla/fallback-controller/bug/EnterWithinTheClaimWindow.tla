--------------------- MODULE EnterWithinTheClaimWindow ----------------------
\* Violates EntriesLeaveTimeToProve.
\* T_enter ends in the claim window: an entry waits for claims, but this one comes
\* before the claim (FALLBACK-17).
EXTENDS Early

BuggyFallbackEnterSlots == SlotsPerEpoch + ClaimWindowSlots - 1
=============================================================================
