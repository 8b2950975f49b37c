----------------------- MODULE FallbackProposerReach ------------------------
(***************************************************************************)
(* States that a check of the properties must have seen.  Each `Never…`    *)
(* claims that its state is never reached, and a Reach model shows that it *)
(* is, in the profiles that the first line above it names.                 *)
(***************************************************************************)
EXTENDS MCFallbackProposer

\* Of the history, what the states below ask for.
ReachView == <<State, event, sent, handed>>

\* Whether some instance of the event is refused by this check and no other.
RefusedAlone(name, refusal) ==
    \E e \in Instances(State) : e.name = name /\ Refusals(State, e) = {refusal}
\* Whether the last event sent something of this kind.
Sent(kind) == \E i \in DOMAIN sent : sent[i].kind = kind
\* The block that the last event handed to L1.
Submitted == sent[1].body.block

-----------------------------------------------------------------------------
\* Each check, where no other refuses.

\* Reached in profile race.
\* TX-4: transactionVerified is refused for this alone.
NeverTransactionHeldOfTransactionVerified == ~RefusedAlone("transactionVerified", "TransactionHeld")

\* Reached in profile race.
\* TX-1: transactionVerified is refused for this alone.
NeverTransactionProofInvalidOfTransactionVerified == ~RefusedAlone("transactionVerified", "TransactionProofInvalid")

\* Reached in profile race.
\* BASED-1: build is refused for this alone.
NeverNotFollowingOfBuild == ~RefusedAlone("build", "NotFollowing")

\* Reached in profile race.
\* BASED-1: build is refused for this alone.
NeverAlarmRaisedOfBuild == ~RefusedAlone("build", "AlarmRaised")

\* Reached in profile race.
\* BASED-2: build is refused for this alone.
NeverFallbackNotActiveOfBuild == ~RefusedAlone("build", "FallbackNotActive")

\* Reached in profile race.
\* BASED-3: build is refused for this alone.
NeverAlreadyBuildingOfBuild == ~RefusedAlone("build", "AlreadyBuilding")

\* Reached in profile race.
\* BASED-3: build is refused for this alone.
NeverAlreadyProvenOfBuild == ~RefusedAlone("build", "AlreadyProven")

\* Reached in profile race.
\* BASED-4: build is refused for this alone.
NeverSlotTakenOfBuild == ~RefusedAlone("build", "SlotTaken")

\* Reached in profile race.
\* BASED-5: build is refused for this alone.
NeverForcedBeyondQueueOfBuild == ~RefusedAlone("build", "ForcedBeyondQueue")

\* Reached in profile forced.
\* BASED-5: build is refused for this alone.
NeverForcedHashMismatchOfBuild == ~RefusedAlone("build", "ForcedHashMismatch")

\* Reached in profile forced.
\* BASED-5: build is refused for this alone.
NeverForcedTransactionsDueOfBuild == ~RefusedAlone("build", "ForcedTransactionsDue")

\* Reached in profile forced.
\* BASED-5: build is refused for this alone.
NeverForcedBelowMinimumOfBuild == ~RefusedAlone("build", "ForcedBelowMinimum")

\* Reached in profile race.
\* BASED-6: build is refused for this alone.
NeverTooFewTransactionsOfBuild == ~RefusedAlone("build", "TooFewTransactions")

\* Reached in profile race.
\* BASED-6: build is refused for this alone.
NeverTransactionNotHeldOfBuild == ~RefusedAlone("build", "TransactionNotHeld")

\* Reached in profile race.
\* BASED-6: build is refused for this alone.
NeverTransactionTwiceOfBuild == ~RefusedAlone("build", "TransactionTwice")

\* Reached in profile race.
\* BASED-6: build is refused for this alone.
NeverNullifierSpentOfBuild == ~RefusedAlone("build", "NullifierSpent")

\* Reached in profile race.
\* BASED-7: executed is refused for this alone.
NeverNothingExecutingOfExecuted == ~RefusedAlone("executed", "NothingExecuting")

\* Reached in profile race.
\* BASED-1: executed is refused for this alone.
NeverNotFollowingOfExecuted == ~RefusedAlone("executed", "NotFollowing")

\* Reached in profile race.
\* BASED-2: executed is refused for this alone.
NeverFallbackNotActiveOfExecuted == ~RefusedAlone("executed", "FallbackNotActive")

\* Reached in profile race.
\* BASED-8: executed is refused for this alone.
NeverParentNotTipOfExecuted == ~RefusedAlone("executed", "ParentNotTip")

\* Reached in profile race.
\* BASED-7: proved is refused for this alone.
NeverNothingProvingOfProved == ~RefusedAlone("proved", "NothingProving")

\* Reached in profile race.
\* BASED-8: proved is refused for this alone.
NeverParentNotTipOfProved == ~RefusedAlone("proved", "ParentNotTip")

\* Reached in profile race.
\* BASED-1: submitBlock is refused for this alone.
NeverNotFollowingOfSubmitBlock == ~RefusedAlone("submitBlock", "NotFollowing")

\* Reached in profile race.
\* BASED-1: submitBlock is refused for this alone.
NeverAlarmRaisedOfSubmitBlock == ~RefusedAlone("submitBlock", "AlarmRaised")

\* Reached in profile race.
\* BASED-2: submitBlock is refused for this alone.
NeverFallbackNotActiveOfSubmitBlock == ~RefusedAlone("submitBlock", "FallbackNotActive")

\* Reached in profile race.
\* BASED-7: submitBlock is refused for this alone.
NeverNothingProvenOfSubmitBlock == ~RefusedAlone("submitBlock", "NothingProven")

\* Reached in profile race.
\* BASED-8: submitBlock is refused for this alone.
NeverParentNotTipOfSubmitBlock == ~RefusedAlone("submitBlock", "ParentNotTip")

\* Reached in profile forced.
\* BASED-9: submitBlock is refused for this alone.
NeverForcedBeyondQueueOfSubmitBlock == ~RefusedAlone("submitBlock", "ForcedBeyondQueue")

\* Reached in profile forced.
\* BASED-9: submitBlock is refused for this alone.
NeverForcedHashMismatchOfSubmitBlock == ~RefusedAlone("submitBlock", "ForcedHashMismatch")

\* Reached in profile forced.
\* BASED-9: submitBlock is refused for this alone.
NeverForcedTransactionsDueOfSubmitBlock == ~RefusedAlone("submitBlock", "ForcedTransactionsDue")

\* Reached in profile forced.
\* BASED-9: submitBlock is refused for this alone.
NeverForcedBelowMinimumOfSubmitBlock == ~RefusedAlone("submitBlock", "ForcedBelowMinimum")

\* Reached in profile race.
\* BASED-10: submitBlock is refused for this alone.
NeverAlreadySubmittedOfSubmitBlock == ~RefusedAlone("submitBlock", "AlreadySubmitted")

-----------------------------------------------------------------------------
\* What is sent out.

\* Reached in profile race.
\* BASED-8: what was begun on another tip is begun anew on this one.
NeverBegunAnew == ~(Sent("execute") /\ view.tip.slot = 1 /\ proven.parent = Genesis)

\* Reached in profile race.
\* BASED-1: what was executed is proven under the alarm.
NeverProvenUnderTheAlarm == ~(Sent("prove") /\ view.alarm)

\* Reached in profile race.
\* BASED-4: a block lands two slots after the one that it takes.
NeverSubmittedLater == ~(Sent("submit") /\ Submitted.slot = 0 /\ slot = 2)

\* Reached in profile forced.
\* BASED-9: with forced ones alone, as many as the minimum, a block is submitted while more
\* are due.
NeverSubmittedWhileMoreAreDue ==
    ~(Sent("submit") /\ Submitted.forced = 2 /\ Len(Submitted.transactions) = 2 /\ Len(view.queue) = 3)

\* Reached in profile forced.
\* BASED-5, BASED-6: a block that takes one forced transaction twice is submitted.
NeverForcedTwice ==
    ~(Sent("submit") /\ Submitted.forced = 3 /\ Submitted.transactions[1] = Submitted.transactions[3])

-----------------------------------------------------------------------------
\* Ways through slots.

\* Reached in profile race.
\* BASED-10: one block in each slot until L1 shows it.
NeverSubmittedInEverySlot == handed # {0, 1, 2}

\* Reached in profile race.
\* BASED-7: a crash leaves a proof, and the slot of its submission.
NeverProvenAndCrashed == ~(event.name = "crash" /\ proven # NoBuilding /\ submitted = slot)

\* Reached in profile race.
\* BASED-7: only the slot tells that a proof is not that of the block that is being proven.
NeverProofOfAnotherSlot ==
    ~\E e \in Instances(State) :
        /\ proving /\ e.name = "proved"
        /\ e.slot # building.slot /\ IsOf(e, building)
        /\ Refusals(State, e) = {"NothingProving"}

\* Reached in profile race.
\* BASED-8: the tip comes back, and with it the proof on it, and the proof of another is of no
\* use.
NeverProvenWhileAnotherIsMade ==
    ~(/\ view.follows = "level" /\ proven # NoBuilding /\ proven.parent = view.tip
      /\ RefusedAlone("proved", "ParentNotTip"))

\* Reached in profile forced.
\* BASED-9, F-45: a proof is void by what became due, until it is given up.
NeverVoid ==
    ~(proven.slot = 0 /\ proven.forced = 0 /\ proven.parent = view.tip /\ view.queue # <<>>)
=============================================================================
