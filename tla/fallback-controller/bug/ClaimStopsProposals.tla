------------------------ MODULE ClaimStopsProposals -------------------------
\* Violates CorrectProposalsAreAccepted.
\* Nobody proposes while a claim is live (PROPOSE-12).
EXTENDS Default

BuggyProposeRefusals(eff) == UNION {
    OutOfSession(eff),
    Require(eff.claimDeadline = NoSlot, "SlotTaken"),
    Require(eff.slot \notin {eff.pending, eff.provenSlot}, "SlotTaken") }
=============================================================================
