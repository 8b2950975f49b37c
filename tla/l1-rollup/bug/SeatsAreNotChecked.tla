------------------------- MODULE SeatsAreNotChecked -------------------------
\* Violates SeatsAreSignedByTheirMembers.
\* A signature counts at any seat (PROPOSE-10).
EXTENDS Chain

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "AttestationInvalid" THEN {} ELSE {refusal}
=============================================================================
