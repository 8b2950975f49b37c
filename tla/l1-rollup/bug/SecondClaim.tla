---------------------------- MODULE SecondClaim -----------------------------
\* Violates ClaimsAreNotReplaced.
\* A later claim takes the place of the live one (CLAIM-4).
EXTENDS Rewards

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ClaimAlreadyMade" THEN {} ELSE {refusal}
=============================================================================
