------------------------------ MODULE Proposer ------------------------------
(***************************************************************************)
(* The proposer as an actor: its state, of which a crash leaves what is    *)
(* durable, and its steps.  One step is one message, one result, one       *)
(* report, one choice of the node or one crash, or the passing of one      *)
(* phase: an event that nothing refuses leads to the state after it.  The  *)
(* rules are in ProposerRules, with what they leave out.                   *)
(***************************************************************************)
EXTENDS ProposerRules

VARIABLE slot          \* the current slot, a count from 0
VARIABLE phase         \* of the current slot
VARIABLE held          \* durable: transactions whose proof was verified, ascending
VARIABLE proposed      \* durable: the last proposal signed, or NoProposal
VARIABLE attestations  \* durable: members whose attestation for it came, in their order
VARIABLE published     \* durable: whether its block was handed to L1
VARIABLE signsFrom     \* durable: the first slot in which anything may be signed
VARIABLE view          \* volatile: what the follower reported last, or NoView
VARIABLE building      \* volatile: what is being executed, or NoBuilding

proposerVariables ==
    <<slot, phase, held, proposed, attestations, published, signsFrom, view, building>>

\* The state as a value; what the rules are asked about and what a dump writes.
State == [
    slot         |-> slot,
    phase        |-> phase,
    held         |-> held,
    proposed     |-> proposed,
    attestations |-> attestations,
    published    |-> published,
    signsFrom    |-> signsFrom,
    view         |-> view,
    building     |-> building ]

Init ==
    /\ slot         = Initial.slot
    /\ phase        = Initial.phase
    /\ held         = Initial.held
    /\ proposed     = Initial.proposed
    /\ attestations = Initial.attestations
    /\ published    = Initial.published
    /\ signsFrom    = Initial.signsFrom
    /\ view         = Initial.view
    /\ building     = Initial.building

Becomes(s) ==
    /\ slot'         = s.slot
    /\ phase'        = s.phase
    /\ held'         = s.held
    /\ proposed'     = s.proposed
    /\ attestations' = s.attestations
    /\ published'    = s.published
    /\ signsFrom'    = s.signsFrom
    /\ view'         = s.view
    /\ building'     = s.building

\* Bound to values by \E: a LET would be evaluated wherever it is named when TLC
\* asks whether a step is ENABLED.
Step(e) ==
    \E s \in {State} :
        /\ Refusals(s, e) = {}
        /\ \E next \in {After(s, e)} : Becomes(next)
=============================================================================
