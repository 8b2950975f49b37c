----------------------- MODULE LiveFallbackController -----------------------
(***************************************************************************)
(* The fallback controller with time that never ends.  Slots are kept      *)
(* relative to the oldest slot that still matters: whenever all of an      *)
(* epoch is past, it is taken away.  The rules only compare slots and      *)
(* epochs with each other, so a shift by whole epochs changes nothing.     *)
(* What is due is stored at once, which makes no difference (FALLBACK-8,   *)
(* LazinessIsNotObserved), so that no slot is named for ever.  So the      *)
(* graph is finite without being cut.                                      *)
(*                                                                         *)
(* Who behaves is what `Assumed` says; everybody else does anything that   *)
(* is accepted, or nothing:                                                *)
(*   "time"      slots pass for ever;                                      *)
(*   "queue"     a committee's proof takes what is forced, as the queue of  *)
(*               the rollup asks of every block;                           *)
(*   "proposer"  somebody who could publish a fallback block with what is  *)
(*               forced, again and again, does so in the end, and may miss *)
(*               any number of sessions before.                            *)
(***************************************************************************)
EXTENDS FallbackController, DefaultValues

CONSTANT Assumed   \* which of the assumptions hold
ASSUME Assumed \subseteq {"time", "queue", "proposer"}

VARIABLE event   \* the event that was accepted last
vars == <<controllerVariables, event>>

-----------------------------------------------------------------------------
\* Slots, relative.

Moved(s, slots) ==
    LET moved(n) == IF n < slots THEN NoSlot ELSE n - slots
    IN [s EXCEPT
        !.slot = @ - slots,
        !.countedFrom = moved(@),
        !.entered = moved(@),
        !.advanced = moved(@),
        !.pending = moved(@),
        !.claimDeadline = moved(@),
        !.provenSlot = moved(@)]

\* Of a proven tip nothing matters but whether the current slot is its own.
Oldest(s) ==
    LET named == {s.slot} \cup ({s.countedFrom, s.entered, s.pending} \ {NoSlot})
    IN CHOOSE n \in named : \A other \in named : n <= other
Relative(s) == Moved(s, FirstSlotOf(Epoch(Oldest(s))))

\* What became of claims does not come back.
WithoutBonds(s) == [s EXCEPT !.bonds = Initial.bonds]

\* Step by step bound to values by \E: TLC asks whether time can pass, and would
\* evaluate what a slot does wherever it is named.
SlotPasses ==
    /\ \E now \in {AdvanceSlot(State)} :
       \E chain \in {ChainSettled(now, now.slot)} :
       \E settled \in {ModeSettled(chain, now.slot)} :
       \E next \in {Relative(WithoutBonds(settled))} : Becomes(next)
    /\ event' = [name |-> "advanceSlot"]

-----------------------------------------------------------------------------
\* Nothing is due that is not stored (LiveTypeOK).
Does(e) ==
    /\ \E s \in {State} :
        /\ RefusalsGiven(s, s, e) = {}
        /\ \E next \in {AfterGiven(s, s, e)} : Becomes(next)
    /\ event' = e

FallbackBlock(takes, n) == [name |-> "proposeWithProof", takesForced |-> takes, slot |-> n]

Takes == IF "queue" \in Assumed THEN {TRUE} ELSE BOOLEAN

SomebodyActs ==
    \/ \E n \in {"propose", "claim", "forceInclusion"} : Does([name |-> n])
    \/ \E takes \in Takes, leaves \in BOOLEAN :
        Does([name |-> "prove", takesForced |-> takes, leavesPending |-> leaves])
    \/ \E takes \in BOOLEAN, n \in {provenSlot + 1, slot} : Does(FallbackBlock(takes, n))

WillingProposes == forced /\ Does(FallbackBlock(TRUE, slot))

LiveInit == Init /\ event = [name |-> "init"]
LiveNext == SlotPasses \/ SomebodyActs

\* An action that an assumption is missing for is never enabled, so that its
\* fairness asks for nothing.
Fairness ==
    /\ WF_vars("time" \in Assumed /\ SlotPasses)
    /\ SF_vars("proposer" \in Assumed /\ WillingProposes)

LiveSpec == LiveInit /\ [][LiveNext]_vars /\ Fairness

-----------------------------------------------------------------------------
\* What holds in the end.

IsOpen == entered # NoSlot
IsOver == entered = NoSlot
WasProven == event.name \in {"prove", "proposeWithProof"}
SomethingIsForced == forced
SomethingIsCounted == countedFrom # NoSlot
NothingIsForced == ~forced
FallbackOrProof == IsOpen \/ WasProven

\* FALLBACK-1, FALLBACK-2, FALLBACK-3: what waits is proven, or fallback comes.
FallbackComes == SomethingIsCounted ~> FallbackOrProof

\* FALLBACK-2: the same of what is forced, whatever is counted.
ForcedAreHeard == SomethingIsForced ~> FallbackOrProof

\* FALLBACK-6, FALLBACK-7.
SessionsEnd == IsOpen ~> IsOver

\* FALLBACK-8, FALLBACK-14: what is forced is taken in the end.
ForcedAreTaken == SomethingIsForced ~> NothingIsForced

-----------------------------------------------------------------------------
\* Relative time is bounded, and what is due has been carried out.
LiveTypeOK ==
    /\ IsState(State)
    /\ Coherent(State)
    /\ slot < SlotsPerEpoch + FallbackEnterSlots + SlotsPerEpoch
    /\ Effective(State) = State
=============================================================================
