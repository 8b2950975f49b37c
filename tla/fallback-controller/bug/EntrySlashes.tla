---------------------------- MODULE EntrySlashes ----------------------------
\* Violates HonestProversKeepTheirBonds.
\* An entry waits for no claim and slashes it (FALLBACK-3).
EXTENDS Default

BuggyClaimWaitedFor(s) == NoSlot
BuggyClaimEnded(s) == IF s.claimDeadline = NoSlot THEN s ELSE BondSlashed(s)
=============================================================================
