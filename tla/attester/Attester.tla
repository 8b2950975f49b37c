------------------------------ MODULE Attester ------------------------------
(***************************************************************************)
(* The attester as an actor: its state, of which a crash leaves what is    *)
(* durable, and its steps.  One step is one message, one result, one       *)
(* report or one crash, or the passing of one phase: an event that nothing *)
(* refuses leads to the state after it.  The rules are in AttesterRules,   *)
(* with what they leave out.                                               *)
(***************************************************************************)
EXTENDS AttesterRules

VARIABLE slot       \* the current slot, a count from 0
VARIABLE phase      \* of the current slot
VARIABLE held       \* durable: transactions whose proof was verified, ascending
VARIABLE signed     \* durable: the last proposal signed, or NoProposal
VARIABLE signsFrom  \* durable: the first slot in which anything may be signed
VARIABLE view       \* volatile: what the follower reported last, or NoView
VARIABLE work       \* volatile: the proposal fetched or executed, or NoProposal

attesterVariables == <<slot, phase, held, signed, signsFrom, view, work>>

\* The state as a value; what the rules are asked about and what a dump writes.
State == [
    slot      |-> slot,
    phase     |-> phase,
    held      |-> held,
    signed    |-> signed,
    signsFrom |-> signsFrom,
    view      |-> view,
    work      |-> work ]

Init ==
    /\ slot      = Initial.slot
    /\ phase     = Initial.phase
    /\ held      = Initial.held
    /\ signed    = Initial.signed
    /\ signsFrom = Initial.signsFrom
    /\ view      = Initial.view
    /\ work      = Initial.work

Becomes(s) ==
    /\ slot'      = s.slot
    /\ phase'     = s.phase
    /\ held'      = s.held
    /\ signed'    = s.signed
    /\ signsFrom' = s.signsFrom
    /\ view'      = s.view
    /\ work'      = s.work

\* Bound to values by \E: a LET would be evaluated wherever it is named when TLC
\* asks whether a step is ENABLED.
Step(e) ==
    \E s \in {State} :
        /\ Refusals(s, e) = {}
        /\ \E next \in {After(s, e)} : Becomes(next)
=============================================================================
