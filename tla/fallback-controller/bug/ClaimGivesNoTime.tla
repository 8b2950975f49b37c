-------------------------- MODULE ClaimGivesNoTime --------------------------
\* Violates ClaimsAreOfEndedEpochs.
\* A claim ends with its window (CLAIM-10, PRUNE-3).
EXTENDS Default

BuggyClaim(eff) == [eff EXCEPT !.claimDeadline = FirstSlotOf(Epoch(eff.slot)) + ClaimWindowSlots]
=============================================================================
