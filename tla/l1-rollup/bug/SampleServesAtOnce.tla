------------------------- MODULE SampleServesAtOnce -------------------------
\* Violates CommitteeIsFixed.
\* The latest sample is in force, whatever its epoch (EPOCH-5).
EXTENDS Committee

BuggyInForce(s) == Last(s.samples)
=============================================================================
