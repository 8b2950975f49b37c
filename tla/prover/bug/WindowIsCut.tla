---------------------------- MODULE WindowIsCut -----------------------------
\* Violates RightOffersAreQuoted.
\* The last slot of the claim window counts as after it (QUOTE-9).
EXTENDS Quote

BuggyWindow(s) == Epoch(s) * SlotsPerEpoch..Epoch(s) * SlotsPerEpoch + ClaimWindow - 2
=============================================================================
