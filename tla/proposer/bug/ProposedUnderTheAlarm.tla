----------------------- MODULE ProposedUnderTheAlarm ------------------------
\* Violates NobodyProposesUnderTheAlarm.
\* An alarm that is raised during an execution comes too late (FOLLOW-5).
EXTENDS Build

BuggyNoAlarm(s) ==
    Require((IsBuildingNow(s) /\ s.building.parent = s.view.tip) \/ ~s.view.alarm, "AlarmRaised")
=============================================================================
