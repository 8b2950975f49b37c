--------------------------- MODULE PhaseIsSkipped ---------------------------
\* Violates TimeMovesOnlyTheClock.
\* From the phase build the clock goes to publish (BUILD-24).
EXTENDS Build

BuggyTick(s) ==
    IF s.phase = "closed" THEN [s EXCEPT !.slot = @ + 1, !.phase = "build"]
    ELSE [s EXCEPT !.phase = Phases[IF @ = "build" THEN 3 ELSE PhaseNumber(@) + 1]]
=============================================================================
