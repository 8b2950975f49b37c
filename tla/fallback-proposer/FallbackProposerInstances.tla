--------------------- MODULE FallbackProposerInstances ----------------------
(***************************************************************************)
(* The steps of a profile: the event instances that are followed, as       *)
(* spec/actors/fallback-proposer.md lists them.  A variation changes only  *)
(* what it names, so that it is refused for that alone.                    *)
(***************************************************************************)
EXTENDS FallbackProposerProperties, NodeBuilds

Instances(s) ==
    {[name |-> "tick"] : n \in {n \in {s.slot} : n < Horizon}}
    \cup Choices \cup Builds(s)
    \cup ResultsOf("executed", s.building) \cup ResultsOf("proved", s.building)
    \cup {[name |-> "submitBlock"], [name |-> "giveUp"]}
=============================================================================
