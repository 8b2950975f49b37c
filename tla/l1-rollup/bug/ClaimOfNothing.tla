--------------------------- MODULE ClaimOfNothing ---------------------------
\* Violates ClaimIsForOldestEpoch.
\* Nobody asks whether there is an epoch to prove (CLAIM-2).
EXTENDS Forks

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "NothingToClaim" THEN {} ELSE {refusal}
=============================================================================
