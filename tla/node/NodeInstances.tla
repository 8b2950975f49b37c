---------------------------- MODULE NodeInstances ----------------------------
(***************************************************************************)
(* Event instances that the roles of a node in one slot have in common, as *)
(* spec/actors/attester.md lists them, up to a horizon.                    *)
(***************************************************************************)
EXTENDS NodeRules, NodeChoices

CONSTANT Horizon   \* the last slot that is explored

ASSUME HorizonIsTheLastSlot == Horizon = Len(Committees) - 1

\* Of each role, whatever it is about. Time stops in the last phase.
CommonInstances(s) ==
    {[name |-> "tick"] : n \in {n \in {s.slot} : n < Horizon \/ s.phase # "closed"}} \cup Choices
=============================================================================
