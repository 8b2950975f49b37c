----------------------- MODULE TimeForgetsTheBuilding -----------------------
\* Violates TimeMovesOnlyTheClock.
\* With the slot its building ends: giving up is an event (BUILD-7).
EXTENDS Collect

BuggyTick(s) ==
    IF s.phase = "closed" THEN [s EXCEPT !.slot = @ + 1, !.phase = "build", !.building = NoBuilding]
    ELSE [s EXCEPT !.phase = Phases[PhaseNumber(@) + 1]]
=============================================================================
