-------------------------- MODULE NothingIsStaked ---------------------------
\* Violates StakedIsClaimed.
\* A claim leaves the bond where it is (CLAIM-10).
EXTENDS Stale

BuggyAfterClaim(account, bond) == account
=============================================================================
