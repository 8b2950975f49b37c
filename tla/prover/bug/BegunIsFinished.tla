-------------------------- MODULE BegunIsFinished ---------------------------
\* Violates ClaimedIsProven.
\* While something is being proven nothing else is begun (PROVE-3).
EXTENDS Prove

BuggyProveRefusals(s) == UNION {
    Level(s),
    Require(s.view.claim = Self /\ s.view.epoch # -1 /\ s.view.epoch = Ended(s), "NothingClaimed"),
    AllHeld(s),
    Require(s.proving = NoTarget, "AlreadyProving"),
    Require(s.proof = NoTarget \/ s.proof # TargetOf(s.view), "AlreadyProven") }
=============================================================================
