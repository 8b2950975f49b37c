------------------- MODULE FallbackControllerConsequences -------------------
(***************************************************************************)
(* What follows from the rules and is not one of them: what can always be  *)
(* done, and that nobody can tell when what is due is carried out.         *)
(***************************************************************************)
EXTENDS FallbackControllerInstances

Accepts(e) == RefusalsGiven(State, live, e) = {}
Proof(leaves) == [name |-> "prove", takesForced |-> TRUE, leavesPending |-> leaves]
FallbackBlock == [name |-> "proposeWithProof", takesForced |-> TRUE, slot |-> slot]

-----------------------------------------------------------------------------
\* Invariants.

\* What pointwise evaluation assumes of states.
StatesAreCoherent == Coherent(State)

\* PROPOSE-6: out of a session, the proposer of a slot without a block can propose.
CorrectProposalsAreAccepted ==
    ~Open(live) /\ slot \notin {live.pending, live.provenSlot} => Accepts([name |-> "propose"])

\* CLAIM-1, CLAIM-4: an ended epoch can be claimed in the window.
CorrectClaimsAreAccepted ==
    live.pending # NoSlot /\ Epoch(live.pending) < Epoch(slot) /\ Offset(slot) < ClaimWindowSlots
        => live.claimDeadline # NoSlot \/ Accepts([name |-> "claim"])

\* PROOF-1, PROOF-2, PROOF-8: an ended epoch that is alive can be proven, claimed or not.
CorrectProofsAreAccepted ==
    live.pending # NoSlot /\ Epoch(live.pending) < Epoch(slot) =>
        /\ Accepts(Proof(FALSE))
        /\ Offset(slot) > 0 => Accepts(Proof(TRUE))

\* FALLBACK-10, FALLBACK-12: in a session anybody can publish a block, with what the
\* queue holds.
AnybodyProposesInSessions == Open(live) /\ live.provenSlot < slot => Accepts(FallbackBlock)

\* FALLBACK-2: with a count that a prune stops, and T_enter as FALLBACK-17 asks,
\* fallback never comes: the prune is always first.
PendingAloneNeverEnters ==
    IdleChain = "whilePending" /\ ClaimAtEntry = "kept" /\ FallbackEnterSlots >= 2 * SlotsPerEpoch
        => ~Open(live)

\* FALLBACK-8: of this the rollup has the timing alone.
RollupHasTheTiming ==
    CountFrom = "advance" /\ IdleChain = "whileWaiting" /\ ClaimAtEntry = "kept" =>
        Timing(live) = Timed(Timing(State), slot, claimDeadline, forced)

-----------------------------------------------------------------------------
\* Action properties.

\* FALLBACK-8: it makes no difference whether anybody acted in between: what is
\* due is due slot by slot, and events find it carried out.
LazinessIsNotObserved ==
    [][\E next \in {IF Happened("advanceSlot") THEN SlotSettled([live EXCEPT !.slot = slot'], slot')
                    ELSE AfterGiven(live, live, event')} : live' = next]_vars
=============================================================================
