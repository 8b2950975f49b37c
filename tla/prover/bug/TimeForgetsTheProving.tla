----------------------- MODULE TimeForgetsTheProving ------------------------
\* Violates TimeMovesOnlyTheClock.
\* With the slot its proving ends: giving up is an event (PROVE-3).
EXTENDS Prove

BuggyTick(s) == [s EXCEPT !.slot = @ + 1, !.proving = NoTarget]
=============================================================================
