-------------------------- MODULE FallbackProposer --------------------------
(***************************************************************************)
(* The fallback proposer as an actor: its state, of which a crash leaves   *)
(* what is durable, and its steps.  One step is one result, one report,    *)
(* one choice of the node or one crash, or the passing of one slot: an     *)
(* event that nothing refuses leads to the state after it.  The rules are  *)
(* in FallbackProposerRules, with what they leave out.                     *)
(***************************************************************************)
EXTENDS FallbackProposerRules

VARIABLE slot       \* the current slot, a count from 0
VARIABLE held       \* durable: transactions whose proof was verified, ascending
VARIABLE proven     \* durable: of what block there is a proof, or NoBuilding
VARIABLE submitted  \* durable: the slot in which a block was handed to L1 last, or -1
VARIABLE view       \* volatile: what the follower reported last, or NoView
VARIABLE building   \* volatile: what is being executed or proven, or NoBuilding
VARIABLE proving    \* volatile: whether it is executed and its proof is being made

fallbackProposerVariables == <<slot, held, proven, submitted, view, building, proving>>

\* The state as a value; what the rules are asked about and what a dump writes.
State == [
    slot      |-> slot,
    held      |-> held,
    proven    |-> proven,
    submitted |-> submitted,
    view      |-> view,
    building  |-> building,
    proving   |-> proving ]

Init ==
    /\ slot      = Initial.slot
    /\ held      = Initial.held
    /\ proven    = Initial.proven
    /\ submitted = Initial.submitted
    /\ view      = Initial.view
    /\ building  = Initial.building
    /\ proving   = Initial.proving

Becomes(s) ==
    /\ slot'      = s.slot
    /\ held'      = s.held
    /\ proven'    = s.proven
    /\ submitted' = s.submitted
    /\ view'      = s.view
    /\ building'  = s.building
    /\ proving'   = s.proving

\* Bound to values by \E: a LET would be evaluated wherever it is named when TLC
\* asks whether a step is ENABLED.
Step(e) ==
    \E s \in {State} :
        /\ Refusals(s, e) = {}
        /\ \E next \in {After(s, e)} : Becomes(next)
=============================================================================
