---------------------------- MODULE SecondClaim -----------------------------
\* Violates ClaimsAreOfEndedEpochs.
\* A claimed epoch can be claimed again (CLAIM-4).
EXTENDS Default

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ClaimAlreadyMade" THEN {} ELSE {refusal}
=============================================================================
