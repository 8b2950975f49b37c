------------------------- MODULE AlarmTellsTheClaim -------------------------
\* Violates AlarmsAreRaised.
\* An alarm tells the root that L1 shows (FOLLOW-4).
EXTENDS Grow

BuggyAlarmEffects(s, e) ==
    IF e.name = "fetched" /\ ~IsRight(s, e)
    THEN <<Effect("alarm", "alarm/" \o HeaderId(e.header), [header |-> e.header, root |-> e.header.root], -1)>>
    ELSE <<>>
=============================================================================
