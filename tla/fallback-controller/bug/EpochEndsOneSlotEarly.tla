----------------------- MODULE EpochEndsOneSlotEarly ------------------------
\* Violates ProofsAreOfEndedEpochs.
\* In the last slot of an epoch its blocks can be proven (PROOF-2).
EXTENDS Default

BuggyHasEnded(eff) == Epoch(eff.pending) < Epoch(eff.slot + 1)
=============================================================================
