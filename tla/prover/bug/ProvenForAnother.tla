-------------------------- MODULE ProvenForAnother --------------------------
\* Violates OnlyClaimedIsProven.
\* A prover proves as soon as anybody was claimed for (PROVE-2).
EXTENDS Prove

BuggyProveRefusals(s) == UNION {
    Level(s),
    Require(s.view.claim # "nobody" /\ s.view.epoch # -1 /\ s.view.epoch = Ended(s), "NothingClaimed"),
    AllHeld(s),
    Require(s.proving = NoTarget \/ s.proving # TargetOf(s.view), "AlreadyProving"),
    Require(s.proof = NoTarget \/ s.proof # TargetOf(s.view), "AlreadyProven") }
=============================================================================
