------------------------ MODULE ClaimantConsequences ------------------------
(***************************************************************************)
(* What follows from the rules and is not one of them: what can always be  *)
(* done, and how long quotes are remembered.                               *)
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
    /\ slot <= q.validUntilSlot
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
        IsRight(q) /\ IsCovered(q)
        /\ (\A k \in Elements(quotes) : k.prover # q.prover \/ k.epoch # q.epoch)
            => Accepts(BaseOf(q))

\* QUOTE-4 to QUOTE-6: one valid and covered quote is enough, in every slot of the window anew.
CorrectClaimsAreMade ==
    MayAct /\ view.claim = "nobody" /\ ProposerOf(slot) = Self /\ claimed # slot
    /\ (\E q \in Elements(quotes) : IsClaimable(q))
        => Accepts([name |-> "claim"])

-----------------------------------------------------------------------------
\* Action properties.

\* QUOTE-3: what was taken is remembered until its epoch is quoted for no more, or a
\* crash.
NothingIsForgottenEarly ==
    [][~Happened("crash") =>
        \A q \in Elements(quotes) \ Elements(quotes') : ~IsOfEnded(q, slot')]_vars
=============================================================================
