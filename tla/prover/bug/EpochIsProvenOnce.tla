------------------------- MODULE EpochIsProvenOnce --------------------------
\* Violates ClaimedIsProven.
\* An epoch that was proven is not proven up to another block (PROVE-3).
EXTENDS Prove

BuggyProveRefusals(s) == UNION {
    Level(s),
    Require(s.view.claim = Self /\ s.view.epoch # -1 /\ s.view.epoch = Ended(s), "NothingClaimed"),
    AllHeld(s),
    Require(s.proving = NoTarget \/ s.proving # TargetOf(s.view), "AlreadyProving"),
    Require(s.proof = NoTarget \/ s.proof.epoch # s.view.epoch, "AlreadyProven") }
=============================================================================
