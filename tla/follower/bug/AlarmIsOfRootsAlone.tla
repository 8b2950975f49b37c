------------------------ MODULE AlarmIsOfRootsAlone -------------------------
\* Violates AlarmsAreRaised.
\* A body that cannot be proven is not applied, and nobody hears of it (FOLLOW-13).
EXTENDS Bodies

BuggyAlarmEffects(s, e) ==
    IF e.name = "fetched" /\ RootOf(s, e) # e.header.root
    THEN <<Effect("alarm", "alarm/" \o HeaderId(e.header), [header |-> e.header, root |-> RootOf(s, e)], -1)>>
    ELSE <<>>
=============================================================================
