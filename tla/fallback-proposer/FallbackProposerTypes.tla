----------------------- MODULE FallbackProposerTypes ------------------------
(***************************************************************************)
(* What states and events of a fallback proposer look like.  A state is a  *)
(* record of the variables of FallbackProposer, an event is a record of    *)
(* its name and parameters.  Shapes are told in                            *)
(* spec/actors/fallback-proposer.md.                                       *)
(***************************************************************************)
EXTENDS NodeLists

CONSTANT Horizon   \* the last slot that is explored

ASSUME HorizonIsASlot == Horizon \in Nat

Slots == 0..Horizon

IsState(s) ==
    /\ DOMAIN s = {"slot", "held", "proven", "submitted", "view", "building", "proving"}
    /\ s.slot \in Slots
    /\ IsHeld(s.held)
    /\ IsBuilding(s.proven)
    /\ s.submitted \in {-1} \cup Slots
    /\ IsView(s.view)
    /\ IsBuilding(s.building)
    /\ s.proving \in BOOLEAN

-----------------------------------------------------------------------------
\* Events, by name, with the names of their parameters.

Parameters == [
    tick                |-> {},
    follow              |-> {"view"},
    transactionVerified |-> {"transaction", "valid"},
    build               |-> {"transactions", "forced"},
    executed            |-> {"parent", "transactions", "forced"},
    proved              |-> {"slot", "parent", "transactions", "forced"},
    submitBlock         |-> {},
    giveUp              |-> {},
    crash               |-> {"store"} ]

IsEvent(e) ==
    /\ e.name \in DOMAIN Parameters
    /\ DOMAIN e = {"name"} \cup Parameters[e.name]
    /\ "slot" \in DOMAIN e => e.slot \in {-1} \cup Nat
    /\ IsPlainEvent(e)
=============================================================================
