------------------------ MODULE MCFallbackController ------------------------
(***************************************************************************)
(* FallbackController made finite: its steps are the instances of a        *)
(* profile, and what the dump of the graph needs.  VIEW hides the history. *)
(***************************************************************************)
EXTENDS FallbackControllerConsequences, LockstepDump, TLC

CONSTANT StateLimit   \* how many states there may be

\* A wrong rule may make the graph endless: the run then ends with the path.
StatesAreWithinLimit == TLCGet("distinct") <= StateLimit

-----------------------------------------------------------------------------
\* VIEW compares the state alone: no rule reads the history.
View == State

MCInit == Init /\ HistoryInit /\ DumpInitial(State)
MCNext == \E e \in Instances(State) : Step(e) /\ HistoryNext(e)

\* Nothing is announced.
DumpTransitions ==
    LET s == State IN
    DumpTransition(s, event', State') /\ DumpEffects(s, event', <<>>)

DumpAllRefusals ==
    LET s == State IN
    \A e \in Instances(s) :
        Assert(IsEvent(e), <<"no typed event", e>>) /\ DumpRefusals(s, e, RefusalsGiven(s, live, e))

DumpAllProbes ==
    LET s == State
        fields == DumpProbedFields(s) IN
    fields > 0 =>
        \A e \in Probes(s, fields) :
            /\ Assert(IsEvent(e), <<"no typed event", e>>)
            /\ LET refusals == RefusalsGiven(s, live, e)
               IN IF refusals = {} THEN DumpProbe(s, e, <<refusals, AfterGiven(s, live, e), <<>>>>)
                  ELSE DumpProbe(s, e, <<refusals, 0, 0>>)
=============================================================================
