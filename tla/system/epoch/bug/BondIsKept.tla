----------------------------- MODULE BondIsKept -----------------------------
\* Violates BondsAreSettledOnce.
\* A proof gives no bond back (PROOF-7).
EXTENDS Stale

BuggyAfterProof(account, bond) == [account EXCEPT !.staked = 0]
=============================================================================
