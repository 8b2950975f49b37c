----------------------- MODULE FullPoolsForgetProofs ------------------------
\* Violates RightProofsAreTaken.
\* A verification that was begun is given up when the pool is full by then (TX-12).
EXTENDS Gossip

BuggyVerifiedRefusals(s, e) == UNION {
    Require(CopyOf(e) \in Elements(s.verifying), "NothingVerifying"),
    Require(e.valid, "TransactionProofInvalid"),
    Require(Len(Waiting(s)) < PoolMaximum, "PoolFull") }
=============================================================================
