------------------------- MODULE AlarmOfTheLastOne --------------------------
\* Violates AlarmsAreRaised.
\* An alarm names the block that was found before (FOLLOW-4).
EXTENDS Grow

BuggyAlarmEffects(s, e) ==
    IF e.name = "fetched" /\ ~IsRight(s, e)
    THEN LET last == IF s.wrong = <<>> THEN NoHeader ELSE s.wrong[Len(s.wrong)]
         IN <<Effect("alarm", "alarm/" \o HeaderId(last), [header |-> last, root |-> RootOf(s, e)], -1)>>
    ELSE <<>>
=============================================================================
