---------------------- MODULE FallbackBlockOfYesterday ----------------------
\* Violates AnybodyProposesInSessions.
\* A block in fallback is of a slot before the current one (FALLBACK-12).
EXTENDS Default

BuggyProposeWithProofRefusals(eff, e) == UNION {
    Require(InSession(Timing(eff)), "FallbackNotActive"),
    Require(e.slot < eff.slot, "SlotInFuture"),
    Require(e.slot > eff.provenSlot, "SlotTaken") }
=============================================================================
