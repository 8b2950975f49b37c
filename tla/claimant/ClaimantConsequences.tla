------------------------ MODULE ClaimantConsequences ------------------------
(***************************************************************************)
(* What follows from the rules and is not one of them: what can always be  *)
(* done.                                                                   *)
(***************************************************************************)
EXTENDS ClaimantInstances

Accepts(e) == Refusals(State, e) = {}

\* Nothing of the view forbids to act.
MayAct ==
    /\ view.follows = "level"
    /\ ~view.alarm
    /\ ~view.fallback

\* QUOTE-1: L1 would take a claim with it, as far as the quote itself says.
IsRight(q) ==
    /\ IsOfEnded(q, slot)
    /\ slot <= q.validUntilSlot
    /\ q.bond >= MinimumBond
    /\ q.fee <= FeeMaximum

\* QUOTE-4, QUOTE-6: L1 would take a claim with it, as far as the view shows.
IsClaimable(q) ==
    /\ IsCovered(q)
    /\ view.epoch = q.epoch
    /\ slot - (q.epoch + 1) * SlotsPerEpoch < ClaimWindow

-----------------------------------------------------------------------------
\* Invariants.

\* What pointwise evaluation assumes of states.
StatesAreCoherent == Coherent(State)

\* QUOTE-1 to QUOTE-3: every prover is heard once, whatever else the view is.
CorrectQuotesAreTaken ==
    \A q \in Elements(Quotes) :
        IsRight(q) /\ IsCovered(q) /\ (\A i \in DOMAIN quotes : quotes[i].prover # q.prover)
            => Accepts(BaseOf(q))

\* QUOTE-4 to QUOTE-6: one covered quote is enough, in every slot of the window anew.
CorrectClaimsAreMade ==
    MayAct /\ view.claim = "nobody" /\ ProposerOf(slot) = Self /\ claimed # slot
    /\ (\E q \in Elements(quotes) : IsClaimable(q))
        => Accepts([name |-> "claim"])
=============================================================================
