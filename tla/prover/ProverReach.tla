----------------------------- MODULE ProverReach -----------------------------
(***************************************************************************)
(* States that a check of the properties must have seen.  Each `Never…`    *)
(* claims that its state is never reached, and a Reach model shows that it *)
(* is, in the profiles that the first line above it names.                 *)
(***************************************************************************)
EXTENDS MCProver

\* Of the history, what the states below ask for.
ReachView == <<State, event, sent, handed, called>>

\* Whether some instance of the event is refused by these checks and no others.
RefusedBy(name, refusals) == \E e \in Instances(State) : e.name = name /\ Refusals(State, e) = refusals
\* Whether some instance of the event is refused by this check and no other.
RefusedAlone(name, refusal) == RefusedBy(name, {refusal})
\* Whether the last event sent something of this kind.
Sent(kind) == \E i \in DOMAIN sent : sent[i].kind = kind

-----------------------------------------------------------------------------
\* Each check, where no other refuses; where it never stands alone, with those that
\* always refuse with it.

\* Reached in profile quote.
\* TX-4: transactionVerified is refused for this alone.
NeverTransactionHeldOfTransactionVerified == ~RefusedAlone("transactionVerified", "TransactionHeld")

\* Reached in profile quote.
\* TX-1: transactionVerified is refused for this alone.
NeverTransactionProofInvalidOfTransactionVerified == ~RefusedAlone("transactionVerified", "TransactionProofInvalid")

\* Reached in profile prove.
\* FOLLOW-9: gather is refused for this alone.
NeverNotFollowingOfGather == ~RefusedAlone("gather", "NotFollowing")

\* Reached in profile prove.
\* PROVE-1: gather is refused for this alone.
NeverNothingMissingOfGather == ~RefusedAlone("gather", "NothingMissing")

\* Reached in profile quote.
\* FOLLOW-9: quote is refused for this alone.
NeverNotFollowingOfQuote == ~RefusedAlone("quote", "NotFollowing")

\* Reached in profile quote.
\* FOLLOW-5: quote is refused for this alone.
NeverAlarmRaisedOfQuote == ~RefusedAlone("quote", "AlarmRaised")

\* Reached in profile quote.
\* QUOTE-7: quote is refused for this alone.
NeverFallbackActiveOfQuote == ~RefusedAlone("quote", "FallbackActive")

\* Reached in profile quote.
\* QUOTE-7: quote is refused for this alone.
NeverNothingToProveOfQuote == ~RefusedAlone("quote", "NothingToProve")

\* Reached in profile quote.
\* QUOTE-7: quote is refused for this, and as no slot that is left is one of the window.
NeverClaimWindowClosedOfQuote ==
    ~RefusedBy("quote", {"ClaimWindowClosed", "QuoteBeyondWindow"})

\* Reached in profile quote.
\* QUOTE-7: quote is refused for this alone.
NeverClaimAlreadyMadeOfQuote == ~RefusedAlone("quote", "ClaimAlreadyMade")

\* Reached in profile quote.
\* QUOTE-12: quote is refused for this alone.
NeverStartTooRecentOfQuote == ~RefusedAlone("quote", "StartTooRecent")

\* Reached in profile quote.
\* QUOTE-8: quote is refused for this alone.
NeverAlreadyQuotedOfQuote == ~RefusedAlone("quote", "AlreadyQuoted")

\* Reached in profile quote.
\* QUOTE-7: quote is refused for this alone.
NeverQuoteExpiredOfQuote == ~RefusedAlone("quote", "QuoteExpired")

\* Reached in profile quote.
\* QUOTE-9: quote is refused for this alone.
NeverQuoteBeyondWindowOfQuote == ~RefusedAlone("quote", "QuoteBeyondWindow")

\* Reached in profile quote.
\* QUOTE-7: quote is refused for this alone.
NeverBondBelowMinimumOfQuote == ~RefusedAlone("quote", "BondBelowMinimum")

\* Reached in profile quote.
\* QUOTE-7: quote is refused for this alone.
NeverFeeAboveMaximumOfQuote == ~RefusedAlone("quote", "FeeAboveMaximum")

\* Reached in profile quote.
\* QUOTE-10: quote is refused for this alone.
NeverEscrowInsufficientOfQuote == ~RefusedAlone("quote", "EscrowInsufficient")

\* Reached in profile quote.
\* QUOTE-11: quote is refused for this alone.
NeverTransactionNotHeldOfQuote == ~RefusedAlone("quote", "TransactionNotHeld")

\* Reached in profile prove.
\* FOLLOW-9: prove is refused for this alone.
NeverNotFollowingOfProve == ~RefusedAlone("prove", "NotFollowing")

\* Reached in profile prove.
\* PROVE-2: prove is refused for this alone.
NeverNothingClaimedOfProve == ~RefusedAlone("prove", "NothingClaimed")

\* Reached in profile prove.
\* PROVE-1: prove is refused for this alone.
NeverTransactionNotHeldOfProve == ~RefusedAlone("prove", "TransactionNotHeld")

\* Reached in profile prove.
\* PROVE-3: prove is refused for this alone.
NeverAlreadyProvingOfProve == ~RefusedAlone("prove", "AlreadyProving")

\* Reached in profile prove.
\* PROVE-3: prove is refused for this alone.
NeverAlreadyProvenOfProve == ~RefusedAlone("prove", "AlreadyProven")

\* Reached in profile prove.
\* PROVE-3: proved is refused for this alone.
NeverNothingProvingOfProved == ~RefusedAlone("proved", "NothingProving")

\* Reached in profile prove.
\* FOLLOW-9: submitProof is refused for this alone.
NeverNotFollowingOfSubmitProof == ~RefusedAlone("submitProof", "NotFollowing")

\* Reached in profile prove.
\* PROVE-4: submitProof is refused for this alone.
NeverNothingProvenOfSubmitProof == ~RefusedAlone("submitProof", "NothingProven")

\* Reached in profile prove.
\* PROVE-5: submitProof is refused for this alone.
NeverProofTooLateOfSubmitProof == ~RefusedAlone("submitProof", "ProofTooLate")

\* Reached in profile prove.
\* PROVE-6: submitProof is refused for this alone.
NeverAlreadySubmittedOfSubmitProof == ~RefusedAlone("submitProof", "AlreadySubmitted")

\* Reached in profile escrow.
\* PROVE-7: deposit is refused for this alone.
NeverAmountZeroOfDeposit == ~RefusedAlone("deposit", "AmountZero")

\* Reached in profile escrow.
\* PROVE-6: deposit is refused for this alone.
NeverAlreadySubmittedOfDeposit == ~RefusedAlone("deposit", "AlreadySubmitted")

\* Reached in profile escrow.
\* FOLLOW-9: startWithdrawal is refused for this alone.
NeverNotFollowingOfStartWithdrawal == ~RefusedAlone("startWithdrawal", "NotFollowing")

\* Reached in profile escrow.
\* PROVE-7: startWithdrawal is refused for this alone.
NeverAmountZeroOfStartWithdrawal == ~RefusedAlone("startWithdrawal", "AmountZero")

\* Reached in profile escrow.
\* PROVE-6: startWithdrawal is refused for this alone.
NeverAlreadySubmittedOfStartWithdrawal == ~RefusedAlone("startWithdrawal", "AlreadySubmitted")

\* Reached in profile escrow.
\* PROVE-7: startWithdrawal is refused for this alone.
NeverAvailableInsufficientOfStartWithdrawal == ~RefusedAlone("startWithdrawal", "AvailableInsufficient")

\* Reached in profile escrow.
\* PROVE-7: startWithdrawal is refused for this alone.
NeverWithdrawalPendingOfStartWithdrawal == ~RefusedAlone("startWithdrawal", "WithdrawalPending")

\* Reached in profile escrow.
\* PROVE-8: startWithdrawal is refused for this alone.
NeverStartTooRecentOfStartWithdrawal == ~RefusedAlone("startWithdrawal", "StartTooRecent")

\* Reached in profile escrow.
\* PROVE-8: startWithdrawal is refused for this alone.
NeverQuotePromisedOfStartWithdrawal == ~RefusedAlone("startWithdrawal", "QuotePromised")

\* Reached in profile escrow.
\* FOLLOW-9: executeWithdrawal is refused for this alone.
NeverNotFollowingOfExecuteWithdrawal == ~RefusedAlone("executeWithdrawal", "NotFollowing")

\* Reached in profile escrow.
\* PROVE-6: executeWithdrawal is refused for this alone.
NeverAlreadySubmittedOfExecuteWithdrawal == ~RefusedAlone("executeWithdrawal", "AlreadySubmitted")

\* Reached in profile escrow.
\* PROVE-7: executeWithdrawal is refused for this alone.
NeverNoWithdrawalOfExecuteWithdrawal == ~RefusedAlone("executeWithdrawal", "NoWithdrawal")

\* Reached in profile escrow.
\* PROVE-7: executeWithdrawal is refused for this alone.
NeverWithdrawalLockedOfExecuteWithdrawal == ~RefusedAlone("executeWithdrawal", "WithdrawalLocked")

-----------------------------------------------------------------------------
\* What is sent out.

\* Reached in profile prove.
\* PROVE-1: both transactions of an epoch are asked for.
NeverRequestedBoth == ~(Sent("request") /\ Len(sent) = 2)

\* Reached in profile quote.
\* QUOTE-9: quoted in the last slot of the window.
NeverQuotedInTheEnd == ~(Sent("send") /\ slot = 4)

\* Reached in profile quote.
\* QUOTE-10: all that is available is promised.
NeverAllIsPromised == ~(Sent("send") /\ quoted.bond = view.available)

\* Reached in profile quote.
\* QUOTE-12: quoted after the loss of the store, for the epoch of the start.
NeverQuotedAfterTheLoss == ~(Sent("send") /\ quoted.epoch = quotesFrom)

\* Reached in profile prove.
\* PROVE-3: an epoch that was proven ends with another block, and is proven anew.
NeverProvenAnew == ~(Sent("prove") /\ proof.epoch = view.epoch)

\* Reached in profile prove.
\* PROOF-10: a proof is submitted although another prover was claimed for.
NeverSubmittedForAnother == ~(Sent("submit") /\ view.claim = "p2")

\* Reached in profile escrow.
\* PROVE-8: what a quote leaves is withdrawn.
NeverWithdrawnBesideAQuote ==
    ~(event.name = "startWithdrawal" /\ IsClaimable(quoted) /\ event.amount = view.available - quoted.bond)

\* Reached in profile escrow.
\* PROVE-8: with the end of the quote all is withdrawn.
NeverWithdrawnAfterAQuote ==
    ~(event.name = "startWithdrawal" /\ quoted # NoQuote /\ event.amount = view.available)

\* Reached in profile escrow.
\* PROVE-8: in the epoch after the loss of the store all is withdrawn.
NeverWithdrawnAfterTheLoss ==
    ~(event.name = "startWithdrawal" /\ event.amount = view.available /\ quotesFrom = Preceding
      /\ Preceding >= 0)

\* Reached in profile escrow.
\* PROVE-7: paid in the slot in which it unlocks.
NeverPaid == ~(event.name = "executeWithdrawal" /\ slot = view.unlockSlot /\ slot = 3)

-----------------------------------------------------------------------------
\* Ways through an epoch.

\* Reached in profile quote.
\* QUOTE-8: quoted, and all of the view forgotten.
NeverQuotedAndCrashed == ~(event.name = "crash" /\ quoted # NoQuote)

\* Reached in profile prove.
\* PROVE-6: a proof that does not land is submitted in each slot of the epoch.
NeverSubmittedTwice == handed # {2, 3}

\* Reached in profile prove.
\* PROVE-3: the result comes while the own tip is behind.
NeverProvenBehind == ~(event.name = "proved" /\ view.follows = "behind")

\* Reached in profile prove.
\* PROVE-4: the epoch ends with another block than what was proven.
NeverOutOfDate == ~(view.follows = "level" /\ proof # NoTarget /\ proof # Asked)

\* Reached in profile prove.
\* PROVE-1: one transaction of an epoch that is claimed is lacking.
NeverLackingWhileClaimed ==
    ~(event.name = "gather" /\ view.claim = Self /\ Len(sent) = 1 /\ held = <<"t1">> /\ slot = 2)

\* Reached in profile escrow.
\* PROVE-6: the escrow is called in each slot of the epoch.
NeverCalledTwice == called # {2, 3}

\* Reached in profile escrow.
\* PROVE-7: a deposit needs no view.
NeverDepositedWithoutAView == ~(event.name = "deposit" /\ view = NoProveView)
=============================================================================
