-------------------------- MODULE TransactionPool ---------------------------
(***************************************************************************)
(* The transaction pool as an actor: its state, of which a crash leaves    *)
(* what is durable, and its steps.  One step is one message, one result,   *)
(* one report, one word of another role, one end of a connection or one    *)
(* crash, or the passing of one slot: an event that nothing refuses leads  *)
(* to the state after it.  The rules are in TransactionPoolRules, with     *)
(* what they leave out.                                                    *)
(***************************************************************************)
EXTENDS TransactionPoolRules

VARIABLE slot       \* the current slot, a count from 0
VARIABLE stored     \* durable: transactions held, ascending
VARIABLE stashed    \* durable: of those, the ones that nobody may learn of
VARIABLE view       \* volatile: what the follower reported last, or NoPoolView
VARIABLE verifying  \* volatile: copies whose verification was begun, ascending
VARIABLE asked      \* volatile: transactions asked for in this slot that did not come, ascending
VARIABLE answered   \* volatile: which requests were answered in this slot, ascending

poolVariables == <<slot, stored, stashed, view, verifying, asked, answered>>

\* The state as a value; what the rules are asked about and what a dump writes.
State == [
    slot      |-> slot,
    stored    |-> stored,
    stashed   |-> stashed,
    view      |-> view,
    verifying |-> verifying,
    asked     |-> asked,
    answered  |-> answered ]

Init ==
    /\ slot      = Initial.slot
    /\ stored    = Initial.stored
    /\ stashed   = Initial.stashed
    /\ view      = Initial.view
    /\ verifying = Initial.verifying
    /\ asked     = Initial.asked
    /\ answered  = Initial.answered

Becomes(s) ==
    /\ slot'      = s.slot
    /\ stored'    = s.stored
    /\ stashed'   = s.stashed
    /\ view'      = s.view
    /\ verifying' = s.verifying
    /\ asked'     = s.asked
    /\ answered'  = s.answered

\* Bound to values by \E: a LET would be evaluated wherever it is named when TLC
\* asks whether a step is ENABLED.
Step(e) ==
    \E s \in {State} :
        /\ Refusals(s, e) = {}
        /\ \E next \in {After(s, e)} : Becomes(next)
=============================================================================
