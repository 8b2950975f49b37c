------------------------ MODULE SampleOneEpochLater -------------------------
\* Violates StatesAreCoherent.
\* A sample is for one epoch more ahead (EPOCH-2).
EXTENDS Committee

BuggySampledEpoch(s) == Now(s) + SeedLookaheadEpochs + 1
=============================================================================
