------------------------ MODULE SignedUnderTheAlarm -------------------------
\* Violates NobodySignsUnderTheAlarm.
\* An alarm that is raised during an execution comes too late (FOLLOW-5).
EXTENDS Tiny

BuggyNoAlarm(s) == Require(IsLive(s) \/ ~s.view.alarm, "AlarmRaised")
=============================================================================
