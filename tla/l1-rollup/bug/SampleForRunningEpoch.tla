----------------------- MODULE SampleForRunningEpoch -----------------------
\* Violates SamplesAreForLaterEpochs.
\* The sample is for the epoch that runs already (EPOCH-2).
EXTENDS Committee

BuggySampledEpoch(s) == Now(s)
=============================================================================
