------------------------- MODULE SampleServesAtOnce -------------------------
\* Violates CommitteeIsFixed.
\* The latest sample is in force, whatever its epoch (EPOCH-5).
EXTENDS Committee

BuggyInForce == Last(samples)
=============================================================================
