------------------------- MODULE RequestedBackwards -------------------------
\* Violates MissingIsRequested.
\* What lacks is asked for from the end of the epoch (PROVE-1).
EXTENDS Prove

BuggyRequests(s) == [i \in DOMAIN Missing(s) |-> Request(Missing(s)[Len(Missing(s)) + 1 - i], s.slot)]
=============================================================================
