-------------------------- MODULE ProofDoesNotWait --------------------------
\* Violates ProofsAwaitChallenges.
\* A proof is accepted of what can be challenged (CHALLENGE-9).
EXTENDS Challenged

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ChallengeOpen" THEN {} ELSE {refusal}
=============================================================================
