------------------------- MODULE BegunUnderTheAlarm -------------------------
\* Violates NothingIsBegunInVain.
\* A proposal is taken under the alarm (FOLLOW-5).
EXTENDS Tiny

BuggyNoAlarm(s) == Require(IsLive(s) => ~s.view.alarm, "AlarmRaised")
=============================================================================
