------------------------ MODULE SampleOneEpochTooFar ------------------------
\* Violates SamplesAreForLaterEpochs.
\* The sample is for the epoch after the one that is next (EPOCH-2).
EXTENDS Committee

BuggySampledEpoch(s) == Now(s) + SeedLookaheadEpochs + 1
=============================================================================
