-------------------------- MODULE TrueIsChallenged --------------------------
\* Violates HonestBlocksStand.
\* L1 drops a block that honest members alone attested (CHALLENGE-6).
EXTENDS Next

BuggyL1ChallengeRefusals(i) ==
    ChallengeRefusals(i) \ IF chain[i].signers \subseteq Honest THEN {"ChallengeUnfounded"} ELSE {}
=============================================================================
