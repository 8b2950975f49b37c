------------------------- MODULE NobodyIsRegistered -------------------------
\* Violates OnlyTheAdministratorChangesTheSet.
\* The zero address can be registered (VALIDATOR-2).
EXTENDS Committee

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ValidatorZero" THEN {} ELSE {refusal}
=============================================================================
