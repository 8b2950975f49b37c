------------------------- MODULE ChallengedForEver --------------------------
\* Violates SubmittedIsTaken.
\* L1 takes a challenge however old the block is, also after an honest proposer has
\* built on it because it could be challenged no more (CHALLENGE-5).
EXTENDS Late

BuggyL1ChallengeRefusals(i) == ChallengeRefusals(i) \ {"ChallengeTooLate"}
=============================================================================
