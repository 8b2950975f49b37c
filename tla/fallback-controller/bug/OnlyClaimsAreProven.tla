------------------------ MODULE OnlyClaimsAreProven -------------------------
\* Violates CorrectProofsAreAccepted.
\* An epoch without a claim cannot be proven (PROOF-8).
EXTENDS Default

BuggyProveRefusals(eff, e) == UNION {
    Require(eff.claimDeadline # NoSlot, "NothingToProve"),
    Require(eff.pending # NoSlot => HasEnded(eff), "EpochNotEnded"),
    Require(e.leavesPending => Offset(eff.slot) > 0, "NothingPending") }
=============================================================================
