---------------------------- MODULE AttesterReach ----------------------------
(***************************************************************************)
(* States that a check of the properties must have seen.  Each `Never…`    *)
(* claims that its state is never reached, and a Reach model shows that it *)
(* is, in the profiles that the first line above it names.                 *)
(***************************************************************************)
EXTENDS MCAttester

\* Of the history, what the states below ask for.
ReachView == <<State, event, sent, attested>>

\* Whether some instance of the event is refused by this check and no other.
RefusedAlone(name, refusal) ==
    \E e \in Instances(State) : e.name = name /\ Refusals(State, e) = {refusal}
\* Whether the last event sent something of this kind.
Sent(kind) == \E i \in DOMAIN sent : sent[i].kind = kind

-----------------------------------------------------------------------------
\* Each check, where no other refuses.

\* Reached in profile tiny.
\* TX-4: transactionVerified is refused for this alone.
NeverTransactionHeldOfTransactionVerified == ~RefusedAlone("transactionVerified", "TransactionHeld")

\* Reached in profile tiny.
\* TX-1: transactionVerified is refused for this alone.
NeverTransactionProofInvalidOfTransactionVerified == ~RefusedAlone("transactionVerified", "TransactionProofInvalid")

\* Reached in profile tiny.
\* MESSAGE-1: receiveProposal is refused for this alone.
NeverMessageOversizedOfReceiveProposal == ~RefusedAlone("receiveProposal", "MessageOversized")

\* Reached in profile tiny.
\* MESSAGE-2: receiveProposal is refused for this alone.
NeverVersionUnknownOfReceiveProposal == ~RefusedAlone("receiveProposal", "VersionUnknown")

\* Reached in profile tiny.
\* MESSAGE-3: receiveProposal is refused for this alone.
NeverDomainMismatchOfReceiveProposal == ~RefusedAlone("receiveProposal", "DomainMismatch")

\* Reached in profile tiny.
\* MESSAGE-4: receiveProposal is refused for this alone.
NeverMessageMalformedOfReceiveProposal == ~RefusedAlone("receiveProposal", "MessageMalformed")

\* Reached in profile tiny.
\* MESSAGE-5: receiveProposal is refused for this alone.
NeverListMismatchOfReceiveProposal == ~RefusedAlone("receiveProposal", "ListMismatch")

\* Reached in profile tiny.
\* FOLLOW-1: receiveProposal is refused for this alone.
NeverNotFollowingOfReceiveProposal == ~RefusedAlone("receiveProposal", "NotFollowing")

\* Reached in profile tiny.
\* FOLLOW-5: receiveProposal is refused for this alone.
NeverAlarmRaisedOfReceiveProposal == ~RefusedAlone("receiveProposal", "AlarmRaised")

\* Reached in profile tiny.
\* ATTEST-1: receiveProposal is refused for this alone.
NeverFallbackActiveOfReceiveProposal == ~RefusedAlone("receiveProposal", "FallbackActive")

\* Reached in profile relieved.
\* ATTEST-2: receiveProposal is refused for this alone.
NeverNotMemberOfReceiveProposal == ~RefusedAlone("receiveProposal", "NotMember")

\* Reached in profile tiny.
\* ATTEST-3: receiveProposal is refused for this alone.
NeverSlotNotCurrentOfReceiveProposal == ~RefusedAlone("receiveProposal", "SlotNotCurrent")

\* Reached in profile tiny.
\* ATTEST-4: receiveProposal is refused for this alone.
NeverAttestingClosedOfReceiveProposal == ~RefusedAlone("receiveProposal", "AttestingClosed")

\* Reached in profile tiny.
\* ATTEST-5: receiveProposal is refused for this alone.
NeverTimestampMismatchOfReceiveProposal == ~RefusedAlone("receiveProposal", "TimestampMismatch")

\* Reached in profile tiny.
\* MESSAGE-7: receiveProposal is refused for this alone.
NeverSignatureInvalidOfReceiveProposal == ~RefusedAlone("receiveProposal", "SignatureInvalid")

\* Reached in profile tiny.
\* ATTEST-6: receiveProposal is refused for this alone.
NeverSignerNotProposerOfReceiveProposal == ~RefusedAlone("receiveProposal", "SignerNotProposer")

\* Reached in profile tiny.
\* ATTEST-7: receiveProposal is refused for this alone.
NeverStartTooRecentOfReceiveProposal == ~RefusedAlone("receiveProposal", "StartTooRecent")

\* Reached in profile tiny.
\* ATTEST-8: receiveProposal is refused for this alone.
NeverProposalInWorkOfReceiveProposal == ~RefusedAlone("receiveProposal", "ProposalInWork")

\* Reached in profile tiny.
\* ATTEST-9: receiveProposal is refused for this alone.
NeverParentNotTipOfReceiveProposal == ~RefusedAlone("receiveProposal", "ParentNotTip")

\* Reached in profile tiny.
\* ATTEST-10: receiveProposal is refused for this alone.
NeverAlreadySignedOfReceiveProposal == ~RefusedAlone("receiveProposal", "AlreadySigned")

\* Reached in profile tiny.
\* ATTEST-11: receiveProposal is refused for this alone.
NeverSlotTakenOfReceiveProposal == ~RefusedAlone("receiveProposal", "SlotTaken")

\* Reached in profile tiny.
\* ATTEST-12: receiveProposal is refused for this alone.
NeverForcedBeyondQueueOfReceiveProposal == ~RefusedAlone("receiveProposal", "ForcedBeyondQueue")

\* Reached in profile forced.
\* ATTEST-12: receiveProposal is refused for this alone.
NeverForcedHashMismatchOfReceiveProposal == ~RefusedAlone("receiveProposal", "ForcedHashMismatch")

\* Reached in profile forced.
\* ATTEST-12: receiveProposal is refused for this alone.
NeverForcedTransactionsDueOfReceiveProposal == ~RefusedAlone("receiveProposal", "ForcedTransactionsDue")

\* Reached in profile forced.
\* ATTEST-12: receiveProposal is refused for this alone.
NeverForcedBelowMinimumOfReceiveProposal == ~RefusedAlone("receiveProposal", "ForcedBelowMinimum")

\* Reached in profile tiny.
\* ATTEST-13: receiveProposal is refused for this alone.
NeverTooFewTransactionsOfReceiveProposal == ~RefusedAlone("receiveProposal", "TooFewTransactions")

\* Reached in profile tiny.
\* ATTEST-13: receiveProposal is refused for this alone.
NeverTransactionTwiceOfReceiveProposal == ~RefusedAlone("receiveProposal", "TransactionTwice")

\* Reached in profile tiny.
\* ATTEST-15: executed is refused for this alone.
NeverNothingExecutingOfExecuted == ~RefusedAlone("executed", "NothingExecuting")

\* Reached in profile tiny.
\* FOLLOW-5: executed is refused for this alone.
NeverAlarmRaisedOfExecuted == ~RefusedAlone("executed", "AlarmRaised")

\* Reached in profile tiny.
\* ATTEST-1: executed is refused for this alone.
NeverFallbackActiveOfExecuted == ~RefusedAlone("executed", "FallbackActive")

\* Reached in profile tiny.
\* ATTEST-4: executed is refused for this alone.
NeverAttestingClosedOfExecuted == ~RefusedAlone("executed", "AttestingClosed")

\* Reached in profile tiny.
\* ATTEST-9: executed is refused for this alone.
NeverParentNotTipOfExecuted == ~RefusedAlone("executed", "ParentNotTip")

\* Reached in profile tiny.
\* ATTEST-16: executed is refused for this alone.
NeverNotExecutableOfExecuted == ~RefusedAlone("executed", "NotExecutable")

\* Reached in profile tiny.
\* ATTEST-17: executed is refused for this alone.
NeverBlobHashesMismatchOfExecuted == ~RefusedAlone("executed", "BlobHashesMismatch")

\* Reached in profile tiny.
\* ATTEST-18: executed is refused for this alone.
NeverRootMismatchOfExecuted == ~RefusedAlone("executed", "RootMismatch")

-----------------------------------------------------------------------------
\* What is sent out.

\* Reached in profile tiny.
\* ATTEST-14: two are lacking, and asked for in one step.
NeverTwoRequests == ~(Len(sent) = 2 /\ Sent("request"))

\* Reached in profile tiny.
\* ATTEST-14: the last of two that were lacking comes, and the work is executed.
NeverExecutedAtLast ==
    ~(Sent("execute") /\ event.name = "transactionVerified" /\ Len(work.transactions) = 2)

\* Reached in profile forced.
\* ATTEST-14: nothing is lacking, and the work is executed at once.
NeverExecutedAtOnce == ~(Sent("execute") /\ event.name = "receiveProposal")

\* Reached in profile forced.
\* QUEUE-9: a block that takes one forced transaction twice is signed.
NeverForcedTwice == ~(signed.forced = 3 /\ signed.transactions[1] = signed.transactions[3])

-----------------------------------------------------------------------------
\* Ways through a slot, and through two.

\* Reached in profile tiny.
\* ATTEST-19: an attestation in each slot, the second on the block of the first.
NeverSignedTwice == ~(attested = {0, 1} /\ signed.parent = [slot |-> 0, root |-> <<"t1">>])

\* Reached in profile tiny.
\* ATTEST-7: signed in slot 0, its store lost there, and signed in slot 1.
NeverSignedAfterTheLoss == ~(attested = {0, 1} /\ signsFrom = 1)

\* Reached in profile tiny.
\* ATTEST-10: an attestation was made of which the node knows nothing.
NeverForgotten == ~(attested = {0} /\ slot = 0 /\ signed = NoProposal)

\* Reached in profile tiny.
\* ATTEST-8: a work of slot 0 is still there in slot 1, and counts as none.
NeverLeftOver == ~(work.slot = 0 /\ slot = 1 /\ Accepts(Base(State, Lists[1])))

\* Reached in profile tiny.
\* ATTEST-4: the last transaction comes when it is too late to execute.
NeverTooLate ==
    ~(/\ event.name = "transactionVerified"
      /\ CanExecute
      /\ phase = "publish"
      /\ sent = <<>>)

\* Reached in profile relieved.
\* ATTEST-2: who is relieved holds a proposal in work that it does not sign.
NeverRelieved == ~(slot = 1 /\ work.slot = 0 /\ signed = NoProposal)
=============================================================================
