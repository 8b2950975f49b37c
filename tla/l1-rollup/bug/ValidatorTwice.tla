--------------------------- MODULE ValidatorTwice ---------------------------
\* Violates SetsHaveNoRepetition.
\* A registered validator can be added again (VALIDATOR-3).
EXTENDS Committee

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ValidatorAlreadyRegistered" THEN {} ELSE {refusal}
=============================================================================
