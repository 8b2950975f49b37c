----------------------- MODULE UnheldParentIsRefused ------------------------
\* Violates CorrectProposalsAreAccepted.
\* Nothing is signed on a block whose transactions are not held (ATTEST-21).
EXTENDS Tiny

BuggyNoAlarm(s) ==
    Require(~s.view.alarm /\ Elements(s.view.tip.root) \subseteq Elements(s.held), "AlarmRaised")
=============================================================================
