-------------------------- MODULE QuorumOfOneMore ---------------------------
\* Violates AttestedHasAQuorum.
\* A quorum is not enough, it takes one attestation more (TX-11).
EXTENDS Answers

BuggyHasQuorum(proposer, committees) ==
    Len(proposer.attestations) > ProposerRole(committees)!Quorum(proposer)
=============================================================================
