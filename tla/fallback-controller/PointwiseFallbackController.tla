--------------------- MODULE PointwiseFallbackController ---------------------
(***************************************************************************)
(* The rules of the fallback controller, asked about pairs of a state and  *)
(* an event that nobody has to reach: there is no behaviour here.  Pairs   *)
(* are typed and coherent; what an accepted event leads to is so again.    *)
(***************************************************************************)
EXTENDS FallbackControllerRules, Pointwise, TLC

\* TLC wants a behaviour.
VARIABLE still
PointInit == still = TRUE
PointNext == UNCHANGED still

\* The answer goes out before it is judged: a wrong one is compared as well.
Answered(i, j, s, eff, e) ==
    LET refusals == RefusalsGiven(s, eff, e)
    IN IF refusals # {} THEN PointAnswer(i, j, refusals, 0, 0)
       ELSE \A successor \in {AfterGiven(s, eff, e)} :
            /\ PointAnswer(i, j, refusals, successor, <<>>)
            /\ Assert(IsState(successor) /\ Coherent(successor), <<"no coherent successor", s, e, successor>>)

\* FALLBACK-8: it makes no difference when what is due is carried out, now or
\* later or both.
Waited(s, slots) == [s EXCEPT !.slot = @ + slots]
SettlesAtAnyTime(s, eff) ==
    \A later \in {1, SlotsPerEpoch, FallbackEnterSlots} :
        Effective(Waited(eff, later)) = Effective(Waited(s, later))

ASSUME AllAnswered ==
    \A i \in 1..PointStates :
        \A s \in {PointState(i)} : \A eff \in {Effective(s)} :
            /\ Assert(IsState(s) /\ Coherent(s), <<"no coherent state", s>>)
            /\ \A j \in 1..PointEvents(i) :
                \A e \in {PointEvent(i, j)} :
                    Assert(IsEvent(e), <<"no typed event", e>>) /\ Answered(i, j, s, eff, e)
            /\ Assert(SettlesAtAnyTime(s, eff), <<"settled at another time", s>>)
=============================================================================
