---------------------- MODULE StrangerProvesTheClaimed ----------------------
\* Violates ClaimsAreProvenByTheirProvers.
\* A claimed epoch is proven by a stranger, though only its prover may (PROOF-10).
EXTENDS Provers

BuggyProofSubmission == "claimedProver"

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "CallerNotProver" THEN {} ELSE {refusal}
=============================================================================
