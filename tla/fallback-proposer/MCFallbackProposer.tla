------------------------- MODULE MCFallbackProposer -------------------------
(***************************************************************************)
(* FallbackProposer made finite: its steps are the instances of a profile, *)
(* and what the dump of the graph needs.  VIEW hides the history.          *)
(***************************************************************************)
EXTENDS FallbackProposerConsequences, LockstepDump

CONSTANT StateLimit   \* how many states there may be

\* A wrong rule may make the graph endless: the run then ends with the path.
StatesAreWithinLimit == TLCGet("distinct") <= StateLimit

-----------------------------------------------------------------------------
\* VIEW compares the state alone: no rule reads the history.
View == State

MCInit == Init /\ HistoryInit /\ DumpInitial(State)
MCNext == \E e \in Instances(State) : Step(e) /\ HistoryNext(e)

DumpTransitions ==
    LET s == State IN
    DumpTransition(s, event', State') /\ DumpEffects(s, event', Effects(s, event'))

DumpAllRefusals ==
    LET s == State IN
    \A e \in Instances(s) : Assert(IsEvent(e), <<"no typed event", e>>) /\ DumpRefusals(s, e, Refusals(s, e))

\* The instances reach just outside of every rule: nothing beside them is asked.
DumpAllProbes == DumpProbedFields(State) = 0
=============================================================================
