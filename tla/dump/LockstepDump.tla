---------------------------- MODULE LockstepDump ----------------------------
(***************************************************************************)
(* Writes the labelled state graph that TLC explores to a file. The        *)
(* operators are TRUE; LockstepDump.java replaces them and does the        *)
(* writing when the run asks for a dump, and nothing otherwise, so that a  *)
(* module may call them in every run.                                      *)
(*                                                                         *)
(* The definitions mention their arguments because the level checker       *)
(* takes a call whose arguments are unused for a constant, and TLC would   *)
(* evaluate it once instead of in every state.                             *)
(***************************************************************************)

\* Call it last in Init: `state` is an initial state (a record: the view).
DumpInitial(state) == state = state

\* Call it from an ACTION_CONSTRAINT, after any bound: `event` leads from
\* `from` to `to`. `event` is a record with the field `name`.
DumpTransition(from, event, to) == <<from, event, to>> = <<from, event, to>>

\* Call it after DumpTransition: `effects` is the sequence of what that
\* transition sends out.
DumpEffects(from, event, effects) == <<from, event, effects>> = <<from, event, effects>>

\* Call it from an INVARIANT for every event instance: `refusals` is the set
\* of the names of the checks that refuse `event` in `state`.
DumpRefusals(state, event, refusals) ==
    <<state, event, refusals>> = <<state, event, refusals>>

\* What the run wants to know about this state beside its steps: events that
\* differ from an instance in as many fields, 1 or 2; nothing when 0.
DumpProbedFields(state) == IF state = state THEN 0 ELSE 1

\* Call it from an INVARIANT where DumpProbedFields(state) > 0: `answer` is the
\* set of refusals, the successor and the effects; the last two 0 where refused.
DumpProbe(state, event, answer) == <<state, event, answer>> = <<state, event, answer>>
=============================================================================
