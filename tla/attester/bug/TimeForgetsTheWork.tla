------------------------- MODULE TimeForgetsTheWork -------------------------
\* Violates TimeMovesOnlyTheClock.
\* With the slot its work ends: a deadline is an event (ATTEST-8).
EXTENDS Tiny

BuggyTick(s) ==
    IF s.phase = "closed" THEN [s EXCEPT !.slot = @ + 1, !.phase = "build", !.work = NoProposal]
    ELSE [s EXCEPT !.phase = Phases[PhaseNumber(@) + 1]]
=============================================================================
