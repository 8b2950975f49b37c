------------------------- MODULE BegunUnderTheAlarm -------------------------
\* Violates NothingIsBegunInVain.
\* A block is begun under the alarm (FOLLOW-5).
EXTENDS Build

BuggyNoAlarm(s) ==
    Require(IsBuildingNow(s) \/ s.proposed # NoProposal => ~s.view.alarm, "AlarmRaised")
=============================================================================
