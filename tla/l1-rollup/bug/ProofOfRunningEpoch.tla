------------------------ MODULE ProofOfRunningEpoch -------------------------
\* Violates ProofsAreWholeEpochsInTime.
\* An epoch can be proven before it ends (PROOF-2).
EXTENDS Forks

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "EpochNotEnded" THEN {} ELSE {refusal}
=============================================================================
