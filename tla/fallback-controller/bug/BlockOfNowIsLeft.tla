-------------------------- MODULE BlockOfNowIsLeft --------------------------
\* Violates ProofsAreOfEndedEpochs.
\* In the first slot of an epoch a proof leaves a block of it (PROOF-4).
EXTENDS Default

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "NothingPending" THEN {} ELSE {refusal}
=============================================================================
