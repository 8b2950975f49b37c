-------------------- MODULE TrueSignaturesAreChallenged ---------------------
\* Violates HonestBlocksAreNotCut.
\* A challenge need not show anything false (CHALLENGE-6).
EXTENDS Challenged

BuggyRequire(check, refusal) ==
    IF check \/ refusal = "ChallengeUnfounded" THEN {} ELSE {refusal}
=============================================================================
