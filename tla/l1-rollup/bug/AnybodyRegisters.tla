-------------------------- MODULE AnybodyRegisters --------------------------
\* Violates OnlyTheAdministratorChangesTheSet.
\* Anybody adds and removes validators (VALIDATOR-1).
EXTENDS Committee

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "CallerNotAdministrator" THEN {} ELSE {refusal}
=============================================================================
