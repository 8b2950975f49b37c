-------------------------- MODULE ProofNeedsTheTip --------------------------
\* Violates CorrectProofsAreAccepted.
\* An epoch cannot be proven while later blocks are pending (PROOF-6).
EXTENDS Default

BuggyProveRefusals(eff, e) == UNION {
    Require(eff.pending # NoSlot, "NothingToProve"),
    Require(eff.pending # NoSlot => HasEnded(eff), "EpochNotEnded"),
    Require(~e.leavesPending, "NothingPending") }
=============================================================================
