-------------------------- MODULE ProofsHaveOneId ---------------------------
\* Violates IdsAreOfTheContent.
\* The verifications of two proofs of one sender have one id (TX-19).
EXTENDS Gossip

BuggyVerify(copy) == Effect("verify", "verify/" \o copy.transaction \o "/" \o copy.from, copy, -1)
=============================================================================
