------------------------------- MODULE Prover -------------------------------
(***************************************************************************)
(* The prover as an actor: its state, of which a crash leaves what is      *)
(* durable, and its steps.  One step is one result, one report, one choice *)
(* of the node or one crash, or the passing of one slot: an event that     *)
(* nothing refuses leads to the state after it.  The rules are in          *)
(* ProverRules, with what they leave out.                                  *)
(***************************************************************************)
EXTENDS ProverRules

VARIABLE slot       \* the current slot, a count from 0
VARIABLE held       \* durable: transactions whose proof was verified, ascending
VARIABLE quoted     \* durable: the quote signed last, or NoQuote
VARIABLE quotesFrom \* durable: the first epoch for which anything may be quoted
VARIABLE proof      \* durable: of what there is a proof, or NoTarget
VARIABLE submitted  \* durable: the slot in which a proof was handed to L1 last, or -1
VARIABLE moved      \* durable: the slot in which a call of the escrow was, or -1
VARIABLE view       \* volatile: what the follower reported last, or NoProveView
VARIABLE proving    \* volatile: what is being proven, or NoTarget

proverVariables == <<slot, held, quoted, quotesFrom, proof, submitted, moved, view, proving>>

\* The state as a value; what the rules are asked about and what a dump writes.
State == [
    slot       |-> slot,
    held       |-> held,
    quoted     |-> quoted,
    quotesFrom |-> quotesFrom,
    proof      |-> proof,
    submitted  |-> submitted,
    moved      |-> moved,
    view       |-> view,
    proving    |-> proving ]

Init ==
    /\ slot       = Initial.slot
    /\ held       = Initial.held
    /\ quoted     = Initial.quoted
    /\ quotesFrom = Initial.quotesFrom
    /\ proof      = Initial.proof
    /\ submitted  = Initial.submitted
    /\ moved      = Initial.moved
    /\ view       = Initial.view
    /\ proving    = Initial.proving

Becomes(s) ==
    /\ slot'       = s.slot
    /\ held'       = s.held
    /\ quoted'     = s.quoted
    /\ quotesFrom' = s.quotesFrom
    /\ proof'      = s.proof
    /\ submitted'  = s.submitted
    /\ moved'      = s.moved
    /\ view'       = s.view
    /\ proving'    = s.proving

\* Bound to values by \E: a LET would be evaluated wherever it is named when TLC
\* asks whether a step is ENABLED.
Step(e) ==
    \E s \in {State} :
        /\ Refusals(s, e) = {}
        /\ \E next \in {After(s, e)} : Becomes(next)
=============================================================================
