------------------------- MODULE ProvenBeforeTheEnd -------------------------
\* Violates OnlyClaimedIsProven.
\* A prover proves an epoch before it has ended (PROVE-2).
EXTENDS Prove

BuggyProveRefusals(s) == UNION {
    Level(s),
    Require(s.view.claim = Self /\ s.view.epoch # -1 /\ s.view.epoch >= Ended(s), "NothingClaimed"),
    AllHeld(s),
    Require(s.proving = NoTarget \/ s.proving # TargetOf(s.view), "AlreadyProving"),
    Require(s.proof = NoTarget \/ s.proof # TargetOf(s.view), "AlreadyProven") }
=============================================================================
