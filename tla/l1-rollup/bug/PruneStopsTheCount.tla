------------------------- MODULE PruneStopsTheCount --------------------------
\* Violates CountsStartAnew.
\* What was dropped is not waited for any more (FALLBACK-2).
EXTENDS Based

BuggyPrune(s, e) ==
    LET eff == Effective(s)
    IN [eff EXCEPT !.fallback = IF InSession(@) \/ ForcedWaits(s) THEN @ ELSE Idle]
=============================================================================
