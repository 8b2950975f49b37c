-------------------------- MODULE FirstIsRequested --------------------------
\* Violates MissingIsRequested.
\* One transaction is asked for at a time (PROVE-1).
EXTENDS Prove

BuggyRequests(s) == [i \in 1..1 |-> Request(Missing(s)[i], s.slot)]
=============================================================================
