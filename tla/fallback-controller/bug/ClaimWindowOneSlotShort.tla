---------------------- MODULE ClaimWindowOneSlotShort -----------------------
\* Violates CorrectClaimsAreAccepted.
\* The last slot of the claim window is closed (CLAIM-1).
EXTENDS Default

BuggyClaimRefusals(eff) == UNION {
    OutOfSession(eff),
    Require(eff.pending # NoSlot /\ HasEnded(eff), "NothingToClaim"),
    Require(Offset(eff.slot) + 1 < ClaimWindowSlots, "ClaimWindowClosed"),
    Require(eff.claimDeadline = NoSlot, "ClaimAlreadyMade") }
=============================================================================
