-------------------------- MODULE FeeAboveTheWhole --------------------------
\* Violates TypeOK.
\* A fee may be more than the reward (CLAIM-7).
EXTENDS Chain

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "FeeAboveMaximum" THEN {} ELSE {refusal}
=============================================================================
