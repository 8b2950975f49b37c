------------------------------ MODULE Claimant ------------------------------
(***************************************************************************)
(* The claimant as an actor: its state, of which a crash leaves what is    *)
(* durable, and its steps.  One step is one message, one report, one       *)
(* choice of the node or one crash, or the passing of one slot: an event   *)
(* that nothing refuses leads to the state after it.  The rules are in     *)
(* ClaimantRules, with what they leave out.                                *)
(***************************************************************************)
EXTENDS ClaimantRules

VARIABLE slot     \* the current slot, a count from 0
VARIABLE claimed  \* durable: the slot in which a claim was handed to L1 last, or -1
VARIABLE view     \* volatile: what the follower reported last, or NoClaimView
VARIABLE quotes   \* volatile: at most one of each prover, ascending by prover

claimantVariables == <<slot, claimed, view, quotes>>

\* The state as a value; what the rules are asked about and what a dump writes.
State == [
    slot    |-> slot,
    claimed |-> claimed,
    view    |-> view,
    quotes  |-> quotes ]

Init ==
    /\ slot    = Initial.slot
    /\ claimed = Initial.claimed
    /\ view    = Initial.view
    /\ quotes  = Initial.quotes

Becomes(s) ==
    /\ slot'    = s.slot
    /\ claimed' = s.claimed
    /\ view'    = s.view
    /\ quotes'  = s.quotes

\* Bound to values by \E: a LET would be evaluated wherever it is named when TLC
\* asks whether a step is ENABLED.
Step(e) ==
    \E s \in {State} :
        /\ Refusals(s, e) = {}
        /\ \E next \in {After(s, e)} : Becomes(next)
=============================================================================
