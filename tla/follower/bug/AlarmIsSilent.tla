--------------------------- MODULE AlarmIsSilent ----------------------------
\* Violates AlarmsAreRaised.
\* A root that differs is remembered, and nobody hears of it (FOLLOW-4).
EXTENDS Grow

BuggyAlarmEffects(s, e) == <<>>
=============================================================================
