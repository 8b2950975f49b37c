------------------------ MODULE ClaimOfRunningEpoch -------------------------
\* Violates ClaimsAreOfEndedEpochs.
\* The running epoch can be claimed (CLAIM-2).
EXTENDS Default

BuggyClaimRefusals(eff) == UNION {
    OutOfSession(eff),
    Require(eff.pending # NoSlot, "NothingToClaim"),
    Require(Offset(eff.slot) < ClaimWindowSlots, "ClaimWindowClosed"),
    Require(eff.claimDeadline = NoSlot, "ClaimAlreadyMade") }
=============================================================================
