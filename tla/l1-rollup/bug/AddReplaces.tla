---------------------------- MODULE AddReplaces -----------------------------
\* Violates OnlyTheAdministratorChangesTheSet.
\* A new validator takes the place of the first one (VALIDATOR-3).
EXTENDS Committee

BuggyAddValidator(s, e) ==
    [s EXCEPT !.validators = Changed(s, [s.validators.current EXCEPT ![1] = e.validator])]
=============================================================================
