---------------------------- MODULE NobodyLooks -----------------------------
\* Violates HonestStandOnTrue.
\* Whoever builds takes the block that L1 shows for its parent (F-48).
EXTENDS Late

BuggyLooks(m) == FALSE
BuggyChallengesWithItsBlock(m) == FALSE
=============================================================================
