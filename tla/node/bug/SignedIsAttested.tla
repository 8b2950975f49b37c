-------------------------- MODULE SignedIsAttested --------------------------
\* Violates AttestedHasAQuorum.
\* A quorum counts for whatever is listed in its slot (TX-11).
EXTENDS Answers

BuggyIsAttested(t, n, given) == IsProposed(t, n) /\ HasQuorum(n.proposer, given.committees)
=============================================================================
