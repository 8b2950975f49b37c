------------------------------ MODULE NodeRules ------------------------------
(***************************************************************************)
(* What the roles of a node in one slot decide alike: beside what          *)
(* NodeLists says, how the clock moves.  A role says of its whole state    *)
(* what each event does.                                                   *)
(***************************************************************************)
EXTENDS NodeTypes

PhaseNumber(phase) == CHOOSE i \in DOMAIN Phases : Phases[i] = phase

Tick(s) ==
    IF s.phase = "closed" THEN [s EXCEPT !.slot = @ + 1, !.phase = "build"]
    ELSE [s EXCEPT !.phase = Phases[PhaseNumber(@) + 1]]
=============================================================================
