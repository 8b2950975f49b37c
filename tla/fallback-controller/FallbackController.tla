-------------------------- MODULE FallbackController --------------------------
(***************************************************************************)
(* The fallback controller as an actor: the state that it stores, and its  *)
(* steps.  One step is one L1 transaction, or the passing of one slot: an  *)
(* event that nothing refuses leads to the state after it.  The rules are  *)
(* in FallbackControllerRules, with what they leave out.                   *)
(***************************************************************************)
EXTENDS FallbackControllerRules

VARIABLE slot           \* the current slot, a count from 0
VARIABLE countedFrom    \* the slot counted from, or -1, as stored
VARIABLE entered        \* entry of the session, or -1, as stored
VARIABLE advanced       \* last advance in the session, or -1, as stored
VARIABLE provenSlot     \* slot of the last proven block, -1 for genesis
VARIABLE pending        \* slot of the first pending block, or -1, as stored
VARIABLE forced         \* whether an entry of the queue was not taken by a proven block
VARIABLE claimDeadline  \* of the live claim, or -1, as stored
VARIABLE bonds          \* what became of claims: returned, slashed

controllerVariables ==
    <<slot, countedFrom, entered, advanced, provenSlot, pending, forced, claimDeadline, bonds>>

\* The state as a value; what the rules are asked about and what a dump writes.
State == [
    slot          |-> slot,
    countedFrom   |-> countedFrom,
    entered       |-> entered,
    advanced      |-> advanced,
    provenSlot    |-> provenSlot,
    pending       |-> pending,
    forced        |-> forced,
    claimDeadline |-> claimDeadline,
    bonds         |-> bonds ]

Init ==
    /\ slot          = Initial.slot
    /\ countedFrom   = Initial.countedFrom
    /\ entered       = Initial.entered
    /\ advanced      = Initial.advanced
    /\ provenSlot    = Initial.provenSlot
    /\ pending       = Initial.pending
    /\ forced        = Initial.forced
    /\ claimDeadline = Initial.claimDeadline
    /\ bonds         = Initial.bonds

Becomes(s) ==
    /\ slot'          = s.slot
    /\ countedFrom'   = s.countedFrom
    /\ entered'       = s.entered
    /\ advanced'      = s.advanced
    /\ provenSlot'    = s.provenSlot
    /\ pending'       = s.pending
    /\ forced'        = s.forced
    /\ claimDeadline' = s.claimDeadline
    /\ bonds'         = s.bonds

\* Bound to values by \E: a LET would be evaluated wherever it is named when TLC
\* asks whether a step is ENABLED.
Step(e) ==
    \E s \in {State} : \E eff \in {Effective(s)} :
        /\ RefusalsGiven(s, eff, e) = {}
        /\ \E next \in {AfterGiven(s, eff, e)} : Becomes(next)
=============================================================================
