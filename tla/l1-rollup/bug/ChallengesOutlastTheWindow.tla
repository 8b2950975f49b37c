--------------------- MODULE ChallengesOutlastTheWindow ---------------------
\* Violates CorrectProofsAreAccepted.
\* A block is challenged longer than claims are made (CHALLENGE-10).
EXTENDS Challenged

BuggyChallengeSlots == ClaimWindowSlots + 1
BuggyChallengesLeaveTime == TRUE
=============================================================================
