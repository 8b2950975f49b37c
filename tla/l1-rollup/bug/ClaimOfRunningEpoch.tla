------------------------ MODULE ClaimOfRunningEpoch -------------------------
\* Violates ClaimIsForOldestEpoch.
\* A quote for the running epoch is accepted (CLAIM-3).
EXTENDS Chain

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "QuoteForOtherEpoch" THEN {} ELSE {refusal}
=============================================================================
