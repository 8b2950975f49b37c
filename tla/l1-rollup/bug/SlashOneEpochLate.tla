------------------------- MODULE SlashOneEpochLate --------------------------
\* Violates ClaimLivesOneEpoch.
\* A claim outlives the end of the epoch in which its proof was due (PRUNE-3).
EXTENDS Forks

BuggySlashDue(s) == s.claim # NoClaim /\ Now(s) > s.claim.epochToProve + 2
=============================================================================
