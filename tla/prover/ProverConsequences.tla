------------------------- MODULE ProverConsequences -------------------------
(***************************************************************************)
(* What follows from the rules and is not one of them: what can always be  *)
(* done.                                                                   *)
(***************************************************************************)
EXTENDS ProverInstances

Accepts(e) == Refusals(State, e) = {}

\* Nothing of the view or of the past forbids to quote.
MayQuote ==
    /\ view.follows = "level"
    /\ ~view.alarm
    /\ ~view.fallback
    /\ view.epoch = Preceding
    /\ view.epoch >= 0
    /\ view.claim = "nobody"
    /\ HoldsTheEpoch
    /\ quotesFrom <= Preceding
    /\ quoted.epoch # Preceding

\* L1 would take it until the claim window ends.
IsRight(offer) ==
    /\ offer.validUntilSlot \in slot..(Preceding + 1) * SlotsPerEpoch + ClaimWindow - 1
    /\ offer.bond \in MinimumBond..view.available
    /\ offer.fee \in 0..FeeMaximum

\* What is not promised to anybody.
Free == view.available - (IF IsClaimable(quoted) THEN quoted.bond ELSE 0)

-----------------------------------------------------------------------------
\* Invariants.

\* What pointwise evaluation assumes of states.
StatesAreCoherent == Coherent(State)

\* QUOTE-7 to QUOTE-12: a right offer for an epoch that nobody was claimed for is quoted.
RightOffersAreQuoted == MayQuote => \A o \in Elements(Offers) : IsRight(o) => Accepts(BaseOf(o))

\* PROVE-1: what lacks can be asked for, claimed or not, as often as one likes.
MissingCanBeRequested ==
    view.follows = "level" /\ ~HoldsTheEpoch => Accepts([name |-> "gather"])

\* PROVE-1 to PROVE-3: who was claimed for proves, something else that it began or proved
\* notwithstanding.
ClaimedIsProven ==
    view.follows = "level" /\ view.claim = Self /\ view.epoch = Preceding /\ view.epoch >= 0
    /\ HoldsTheEpoch /\ Asked \notin {proving, proof}
        => Accepts([name |-> "prove"])

\* PROVE-3: a result is taken whatever the view is.
ResultsAreTaken ==
    proving # NoTarget => Accepts([name |-> "proved", epoch |-> proving.epoch, tip |-> proving.tip])

\* PROVE-4 to PROVE-6, PROOF-8, PROOF-10: what L1 would take is submitted, with a claim or
\* without, in every slot until the view shows it.
ProofsAreSubmitted ==
    view.follows = "level" /\ proof # NoTarget /\ proof = Asked
    /\ slot < (proof.epoch + 2) * SlotsPerEpoch /\ submitted # slot
        => Accepts([name |-> "submitProof"])

\* PROVE-6, PROVE-7: a deposit is made whatever the view is.
DepositsAreMade ==
    moved # slot => \A n \in Elements(Amounts) : Accepts([name |-> "deposit", amount |-> n])

\* PROVE-8: what is not promised can be withdrawn, after the loss of a store with the next
\* epoch.
FreeCanBeWithdrawn ==
    view.follows = "level" /\ moved # slot /\ view.withdrawing = 0 /\ quotesFrom <= Preceding =>
        \A n \in 1..Free : Accepts([name |-> "startWithdrawal", amount |-> n])

\* PROVE-7, ESCROW-7.
UnlockedIsPaid ==
    view.follows = "level" /\ moved # slot /\ view.withdrawing > 0 /\ view.unlockSlot <= slot
        => Accepts([name |-> "executeWithdrawal"])

\* TX-1, TX-4: whatever is proven is taken, however little the node knows.
ProvenIsTaken ==
    \A t \in Elements(Transactions) \ Elements(held) :
        Accepts([name |-> "transactionVerified", transaction |-> t, valid |-> TRUE])
=============================================================================
