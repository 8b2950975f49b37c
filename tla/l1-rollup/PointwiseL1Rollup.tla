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

\* The answer goes out before it is judged: a wrong one is compared as well.
Answered(i, j, s, e) ==
    LET refusals == Refusals(s, e)
        successor == After(s, e)
    IN IF refusals # {} THEN PointAnswer(i, j, refusals, 0, 0)
       ELSE /\ PointAnswer(i, j, refusals, successor, Logs(s, e))
            /\ Assert(IsState(successor) /\ Coherent(successor), <<"no coherent successor", s, e, successor>>)

\* PRUNE-4: it makes no difference when what is due is carried out, now or later
\* or both. What L1Chain does slot by slot rests on it.
Waited(s, slots) == [s EXCEPT !.slot = @ + slots]
SettlesAtAnyTime(s) ==
    \A now \in {0, 1, SlotsPerEpoch, FallbackEnterSlots},
       later \in {0, 1, ClaimWindowSlots, SlotsPerEpoch, 2 * SlotsPerEpoch, FallbackEnterSlots} :
        Effective(Waited(Effective(Waited(s, now)), later)) = Effective(Waited(s, now + later))

\* FALLBACK-8: from one entry or exit to the next is the same as slot by slot,
\* which is asked where it does not take long.
ManySlots == 100
PassesSlotBySlot(s) ==
    s.slot - StartOf(s.fallback) <= ManySlots =>
        FallbackNow(s) = Timed(s.fallback, s.slot, ClaimDeadline(s), ForcedWaits(s))

ASSUME AllAnswered ==
    \A i \in 1..PointStates :
        LET s == PointState(i) IN
        /\ Assert(IsState(s) /\ Coherent(s), <<"no coherent state", s>>)
        /\ \A j \in 1..PointEvents(i) :
            LET e == PointEvent(i, j) IN
            /\ Assert(IsEvent(e), <<"no typed event", e>>)
            /\ Answered(i, j, s, e)
        /\ Assert(PassesSlotBySlot(s), <<"passed otherwise than slot by slot", s>>)
        /\ Assert(SettlesAtAnyTime(s), <<"settled at another time", s>>)
=============================================================================
