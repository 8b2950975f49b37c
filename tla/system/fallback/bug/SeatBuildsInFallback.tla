------------------------ MODULE SeatBuildsInFallback ------------------------
\* Violates SeatsStandAside.
\* A proposer does not look at who builds (FALLBACK-5, BUILD-1).
EXTENDS Standing

BuggyProposerRefusals(s, e) == ProposerRole!Refusals(s, e) \ {"FallbackActive"}
=============================================================================
