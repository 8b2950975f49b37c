---------------------------- MODULE ProvenBehind ----------------------------
\* Violates NobodyActsBehind.
\* A node that is behind proves (FOLLOW-9).
EXTENDS Prove

BuggyProveRefusals(s) == UNION {
    Require(s.view.claim = Self /\ s.view.epoch # -1 /\ s.view.epoch = Ended(s), "NothingClaimed"),
    AllHeld(s),
    Require(s.proving = NoTarget \/ s.proving # TargetOf(s.view), "AlreadyProving"),
    Require(s.proof = NoTarget \/ s.proof # TargetOf(s.view), "AlreadyProven") }
=============================================================================
