------------------------- MODULE AlarmOfTheLastOne --------------------------
\* Violates AlarmsAreRaised.
\* An alarm names the block that was found before (FOLLOW-4).
EXTENDS Grow

BuggyAlarmEffects(s, e) ==
    IF e.name = "fetched" /\ ~IsRight(s, e)
    THEN <<Effect("alarm", "alarm/" \o HeaderId(s.wrong), [header |-> s.wrong, root |-> RootOf(s, e)], -1)>>
    ELSE <<>>
=============================================================================
