-------------------------- MODULE NoEpochIsProven ---------------------------
\* Violates OnlyClaimedIsProven.
\* Where nothing is to be proven, as here in every view, a prover proves it (PROVE-2).
EXTENDS Prove

BuggyViews ==
    [i \in DOMAIN ProfileViews |->
        [ProfileViews[i] EXCEPT !.epoch = -1, !.tip = Genesis, !.transactions = <<>>]]

BuggyProveRefusals(s) == UNION {
    Level(s),
    Require(s.view.claim = Self /\ s.view.epoch = Ended(s), "NothingClaimed"),
    AllHeld(s),
    Require(s.proving = NoTarget \/ s.proving # TargetOf(s.view), "AlreadyProving"),
    Require(s.proof = NoTarget \/ s.proof # TargetOf(s.view), "AlreadyProven") }
=============================================================================
