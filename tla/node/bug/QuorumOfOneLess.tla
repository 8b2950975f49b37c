-------------------------- MODULE QuorumOfOneLess ---------------------------
\* Violates AttestedHasAQuorum.
\* One attestation less than the quorum is enough (TX-11).
EXTENDS Answers

BuggyHasQuorum(proposer, committees) ==
    Len(proposer.attestations) + 1 >= ProposerRole(committees)!Quorum(proposer)
=============================================================================
