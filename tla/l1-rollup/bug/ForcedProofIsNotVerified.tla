---------------------- MODULE ForcedProofIsNotVerified -----------------------
\* Violates ForcedAreFitAndProven.
\* A transaction enters without a valid proof (QUEUE-2).
EXTENDS Forced

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ForcedProofInvalid" THEN {} ELSE {refusal}
=============================================================================
