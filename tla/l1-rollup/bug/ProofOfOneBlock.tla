-------------------------- MODULE ProofOfOneBlock ---------------------------
\* Violates ProofsAreWholeEpochsInTime.
\* A proof takes the first block of the epoch alone (PROOF-4).
EXTENDS Forks

BuggyEpochLength(blocks) == Min(1, Len(blocks))
=============================================================================
