------------------------ MODULE ClaimedUnderTheAlarm ------------------------
\* Violates NobodyClaimsUnderTheAlarm.
\* A claim is made under the alarm (FOLLOW-5).
EXTENDS Window

BuggyNoAlarm(s) == {}
=============================================================================
