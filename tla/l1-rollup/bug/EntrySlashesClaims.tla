------------------------- MODULE EntrySlashesClaims --------------------------
\* Violates ClaimsLiveToTheirDeadlines.
\* An entry slashes a live claim, whose prover is in time: reading (c) (FALLBACK-3).
EXTENDS Delayed

BuggyClaimDeadline(s) == NoSlot
BuggySlashDue(s) ==
    s.claim # NoClaim /\ (Now(s) > s.claim.epochToProve + 1 \/ InSession(FallbackNow(s)))
=============================================================================
