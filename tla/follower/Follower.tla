------------------------------ MODULE Follower ------------------------------
(***************************************************************************)
(* The follower as an actor: its state, of which a crash leaves what is    *)
(* durable, and its steps.  One step is one view, one body, one call, one  *)
(* crash, or the passing of one slot: an event that nothing refuses leads  *)
(* to the state after it.  The rules are in FollowerRules, with what they  *)
(* leave out.                                                              *)
(***************************************************************************)
EXTENDS FollowerRules

VARIABLE slot      \* the current slot, a count from 0
VARIABLE applied   \* durable: blocks applied one on the other and found right
VARIABLE wrong     \* durable: blocks found wrong, by their roots or bodies, as they were found
VARIABLE kept      \* durable: the slot in which setupEpoch was handed to L1 last, or -1
VARIABLE view      \* volatile: what was read last, or NoL1View
VARIABLE fetching  \* volatile: the block whose body is asked for, or NoHeader

followerVariables == <<slot, applied, wrong, kept, view, fetching>>

\* The state as a value; what the rules are asked about and what a dump writes.
State == [
    slot     |-> slot,
    applied  |-> applied,
    wrong    |-> wrong,
    kept     |-> kept,
    view     |-> view,
    fetching |-> fetching ]

Init ==
    /\ slot     = Initial.slot
    /\ applied  = Initial.applied
    /\ wrong    = Initial.wrong
    /\ kept     = Initial.kept
    /\ view     = Initial.view
    /\ fetching = Initial.fetching

Becomes(s) ==
    /\ slot'     = s.slot
    /\ applied'  = s.applied
    /\ wrong'    = s.wrong
    /\ kept'     = s.kept
    /\ view'     = s.view
    /\ fetching' = s.fetching

\* Bound to values by \E: a LET would be evaluated wherever it is named when TLC
\* asks whether a step is ENABLED.
Step(e) ==
    \E s \in {State} :
        /\ Refusals(s, e) = {}
        /\ \E next \in {After(s, e)} : Becomes(next)
=============================================================================
