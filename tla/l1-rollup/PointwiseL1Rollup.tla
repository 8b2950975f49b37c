-------------------------- MODULE PointwiseL1Rollup --------------------------
(***************************************************************************)
(* The rules of the L1 rollup, asked about pairs of a state and an event   *)
(* that nobody has to reach: there is no behaviour here.  Pairs are typed  *)
(* and coherent; what an accepted event leads to is so again.              *)
(***************************************************************************)
EXTENDS L1RollupLogs, Pointwise, TLC

\* TLC wants a behaviour.
VARIABLE still
PointInit == still = TRUE
PointNext == UNCHANGED still

Answered(i, j, s, e) ==
    LET refusals == Refusals(s, e)
        successor == After(s, e)
    IN IF refusals # {} THEN PointAnswer(i, j, refusals, 0, 0)
       ELSE /\ Assert(IsState(successor) /\ Coherent(successor), <<"no coherent successor", s, e, successor>>)
            /\ PointAnswer(i, j, refusals, successor, Logs(s, e))

ASSUME AllAnswered ==
    \A i \in 1..PointStates :
        LET s == PointState(i) IN
        /\ Assert(IsState(s) /\ Coherent(s), <<"no coherent state", s>>)
        /\ \A j \in 1..PointEvents(i) :
            LET e == PointEvent(i, j) IN
            /\ Assert(IsEvent(e), <<"no typed event", e>>)
            /\ Answered(i, j, s, e)
=============================================================================
