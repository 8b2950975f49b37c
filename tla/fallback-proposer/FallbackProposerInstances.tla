--------------------- MODULE FallbackProposerInstances ----------------------
(***************************************************************************)
(* The steps of a profile: the event instances that are followed, as       *)
(* spec/actors/fallback-proposer.md lists them.  A variation changes only  *)
(* what it names, so that it is refused for that alone.                    *)
(***************************************************************************)
EXTENDS FallbackProposerProperties, NodeBuilds

\* Of what block a proof can be said to be.
Proofs(b) ==
    LET ofSlot(n, result) == [
            name         |-> "proved",
            slot         |-> n,
            parent       |-> result.parent,
            transactions |-> result.transactions,
            forced       |-> result.forced]
    IN {ofSlot(b.slot, result) : result \in Results(b)} \cup {ofSlot(b.slot + 1, b)}

Instances(s) ==
    {[name |-> "tick"] : n \in {n \in {s.slot} : n < Horizon}}
    \cup Choices \cup Builds(s)
    \cup Results(s.building) \cup Proofs(s.building)
    \cup {[name |-> "submitBlock"], [name |-> "giveUp"]}
=============================================================================
