------------------------ MODULE ChallengedAfterwards ------------------------
\* Violates SubmittedIsTaken.
\* A proposer leaves the challenge to others, or to a transaction of its own that comes
\* after its block (F-48).
EXTENDS Next

BuggyChallengesWithItsBlock(m) == FALSE
=============================================================================
