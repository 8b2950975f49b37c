------------------------ MODULE EveryCutEndsTheClaim ------------------------
\* Violates ClaimsLiveToTheirDeadlines.
\* A claim ends when its epoch loses a block, reading (a) (CHALLENGE-8).
EXTENDS Challenged

BuggyClaimEndsBy(eff, e) == eff.claim # NoClaim /\ Epoch(e.slot) = eff.claim.epochToProve
=============================================================================
