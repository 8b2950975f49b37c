----------------------------- MODULE MCL1Rollup -----------------------------
(***************************************************************************)
(* L1Rollup made finite: its steps are the instances of a profile, and     *)
(* what the dump of the graph needs.  VIEW hides the history.              *)
(***************************************************************************)
EXTENDS L1RollupConsequences, LockstepDump

CONSTANT StateLimit   \* how many states there may be

\* A wrong rule may make the graph endless: the run then ends with the path.
StatesAreWithinLimit == TLCGet("distinct") <= StateLimit

-----------------------------------------------------------------------------
\* VIEW compares the state alone: no rule reads the history.
View == State

Next == \E e \in Instances(State) : Step(e)
Spec == Init /\ [][Next]_rollupVariables

MCInit == Init /\ HistoryInit /\ DumpInitial(State)
\* What is followed; a Bug model may follow probes too.
Followed(s) == Instances(s)
MCNext == \E e \in Followed(State) : Step(e) /\ HistoryNext(e)

DumpTransitions ==
    LET s == State IN
    DumpTransition(s, event', State') /\ DumpEffects(s, event', Logs(s, event'))

DumpAllRefusals ==
    LET s == State IN
    \A e \in Instances(s) : Assert(IsEvent(e), <<"no typed event", e>>) /\ DumpRefusals(s, e, Refusals(s, e))

DumpAllProbes ==
    LET s == State
        fields == DumpProbedFields(s) IN
    fields > 0 =>
        \A e \in Probes(s, fields) :
            /\ Assert(IsEvent(e), <<"no typed event", e>>)
            /\ LET refusals == Refusals(s, e)
               IN IF refusals = {} THEN DumpProbe(s, e, <<refusals, After(s, e), Logs(s, e)>>)
                  ELSE DumpProbe(s, e, <<refusals, 0, 0>>)
=============================================================================
