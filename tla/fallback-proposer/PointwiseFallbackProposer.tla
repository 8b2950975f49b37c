--------------------- MODULE PointwiseFallbackProposer ----------------------
(***************************************************************************)
(* The rules of a fallback proposer, asked about pairs of a state and an   *)
(* event that nobody has to reach: there is no behaviour here.  Pairs are  *)
(* typed and coherent; what an accepted event leads to is so again.        *)
(***************************************************************************)
EXTENDS FallbackProposerRules, Pointwise

\* TLC wants a behaviour.
VARIABLE still
PointInit == still = TRUE
PointNext == UNCHANGED still

\* The answer goes out before it is judged: a wrong one is compared as well.
Answered(i, j, s, e) ==
    LET refusals == Refusals(s, e)
    IN IF refusals # {} THEN PointAnswer(i, j, refusals, 0, 0)
       ELSE \A successor \in {After(s, e)} :
            /\ PointAnswer(i, j, refusals, successor, Effects(s, e))
            /\ Assert(IsState(successor) /\ Coherent(successor), <<"no coherent successor", s, e, successor>>)

ASSUME AllAnswered ==
    \A i \in 1..PointStates :
        \A s \in {PointState(i)} :
            /\ Assert(IsState(s) /\ Coherent(s), <<"no coherent state", s>>)
            /\ \A j \in 1..PointEvents(i) :
                \A e \in {PointEvent(i, j)} :
                    Assert(IsEvent(e), <<"no typed event", e>>) /\ Answered(i, j, s, e)
=============================================================================
