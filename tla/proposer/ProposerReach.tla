---------------------------- MODULE ProposerReach ----------------------------
(***************************************************************************)
(* States that a check of the properties must have seen.  Each `Never…`    *)
(* claims that its state is never reached, and a Reach model shows that it *)
(* is, in the profiles that the first line above it names.                 *)
(***************************************************************************)
EXTENDS MCProposer

\* Of the history, what the states below ask for.
ReachView == <<State, event, sent, announced, submitted>>

\* Whether some instance of the event is refused by this check and no other.
RefusedAlone(name, refusal) ==
    \E e \in Instances(State) : e.name = name /\ Refusals(State, e) = {refusal}
\* Whether the last event sent something of this kind.
Sent(kind) == \E i \in DOMAIN sent : sent[i].kind = kind

-----------------------------------------------------------------------------
\* Each check, where no other refuses.

\* Reached in profile build.
\* TX-4: transactionVerified is refused for this alone.
NeverTransactionHeldOfTransactionVerified == ~RefusedAlone("transactionVerified", "TransactionHeld")

\* Reached in profile build.
\* TX-1: transactionVerified is refused for this alone.
NeverTransactionProofInvalidOfTransactionVerified == ~RefusedAlone("transactionVerified", "TransactionProofInvalid")

\* Reached in profile build.
\* FOLLOW-1, FOLLOW-9: build is refused for this alone.
NeverNotFollowingOfBuild == ~RefusedAlone("build", "NotFollowing")

\* Reached in profile build.
\* FOLLOW-5: build is refused for this alone.
NeverAlarmRaisedOfBuild == ~RefusedAlone("build", "AlarmRaised")

\* Reached in profile build.
\* BUILD-1: build is refused for this alone.
NeverFallbackActiveOfBuild == ~RefusedAlone("build", "FallbackActive")

\* Reached in profile build.
\* BUILD-2: build is refused for this alone.
NeverNotProposerOfBuild == ~RefusedAlone("build", "NotProposer")

\* Reached in profile build.
\* BUILD-4: build is refused for this alone.
NeverBuildingClosedOfBuild == ~RefusedAlone("build", "BuildingClosed")

\* Reached in profile build.
\* BUILD-5: build is refused for this alone.
NeverStartTooRecentOfBuild == ~RefusedAlone("build", "StartTooRecent")

\* Reached in profile build.
\* BUILD-6: build is refused for this alone.
NeverAlreadyProposedOfBuild == ~RefusedAlone("build", "AlreadyProposed")

\* Reached in profile build.
\* BUILD-7: build is refused for this alone.
NeverAlreadyBuildingOfBuild == ~RefusedAlone("build", "AlreadyBuilding")

\* Reached in profile collect.
\* BUILD-8: build is refused for this alone.
NeverSlotTakenOfBuild == ~RefusedAlone("build", "SlotTaken")

\* Reached in profile build.
\* BUILD-9: build is refused for this alone.
NeverForcedBeyondQueueOfBuild == ~RefusedAlone("build", "ForcedBeyondQueue")

\* Reached in profile forced.
\* BUILD-10: build is refused for this alone.
NeverForcedHashMismatchOfBuild == ~RefusedAlone("build", "ForcedHashMismatch")

\* Reached in profile forced.
\* BUILD-11: build is refused for this alone.
NeverForcedTransactionsDueOfBuild == ~RefusedAlone("build", "ForcedTransactionsDue")

\* Reached in profile forced.
\* BUILD-12: build is refused for this alone.
NeverForcedBelowMinimumOfBuild == ~RefusedAlone("build", "ForcedBelowMinimum")

\* Reached in profile build.
\* BUILD-13: build is refused for this alone.
NeverTooFewTransactionsOfBuild == ~RefusedAlone("build", "TooFewTransactions")

\* Reached in profile build.
\* BUILD-14: build is refused for this alone.
NeverTransactionNotHeldOfBuild == ~RefusedAlone("build", "TransactionNotHeld")

\* Reached in profile build.
\* BUILD-15: build is refused for this alone.
NeverTransactionTwiceOfBuild == ~RefusedAlone("build", "TransactionTwice")

\* Reached in profile build.
\* BUILD-16: build is refused for this alone.
NeverNullifierSpentOfBuild == ~RefusedAlone("build", "NullifierSpent")

\* Reached in profile build.
\* BUILD-18: executed is refused for this alone.
NeverNothingExecutingOfExecuted == ~RefusedAlone("executed", "NothingExecuting")

\* Reached in profile build.
\* FOLLOW-9: executed is refused for this alone.
NeverNotFollowingOfExecuted == ~RefusedAlone("executed", "NotFollowing")

\* Reached in profile build.
\* FOLLOW-5: executed is refused for this alone.
NeverAlarmRaisedOfExecuted == ~RefusedAlone("executed", "AlarmRaised")

\* Reached in profile build.
\* BUILD-1: executed is refused for this alone.
NeverFallbackActiveOfExecuted == ~RefusedAlone("executed", "FallbackActive")

\* Reached in profile build.
\* BUILD-3: executed is refused for this alone.
NeverParentNotTipOfExecuted == ~RefusedAlone("executed", "ParentNotTip")

\* Reached in profile build.
\* BUILD-4: executed is refused for this alone.
NeverBuildingClosedOfExecuted == ~RefusedAlone("executed", "BuildingClosed")

\* Reached in profile collect.
\* MESSAGE-1: receiveAttestation is refused for this alone.
NeverMessageOversizedOfReceiveAttestation == ~RefusedAlone("receiveAttestation", "MessageOversized")

\* Reached in profile collect.
\* MESSAGE-2: receiveAttestation is refused for this alone.
NeverVersionUnknownOfReceiveAttestation == ~RefusedAlone("receiveAttestation", "VersionUnknown")

\* Reached in profile collect.
\* MESSAGE-3: receiveAttestation is refused for this alone.
NeverDomainMismatchOfReceiveAttestation == ~RefusedAlone("receiveAttestation", "DomainMismatch")

\* Reached in profile collect.
\* MESSAGE-4: receiveAttestation is refused for this alone.
NeverMessageMalformedOfReceiveAttestation == ~RefusedAlone("receiveAttestation", "MessageMalformed")

\* Reached in profile collect.
\* BUILD-19: receiveAttestation is refused for this alone.
NeverNothingProposedOfReceiveAttestation == ~RefusedAlone("receiveAttestation", "NothingProposed")

\* Reached in profile collect.
\* BUILD-19: receiveAttestation is refused for this alone.
NeverOtherProposalOfReceiveAttestation == ~RefusedAlone("receiveAttestation", "OtherProposal")

\* Reached in profile collect.
\* BUILD-22: receiveAttestation is refused for this alone.
NeverAlreadyPublishedOfReceiveAttestation == ~RefusedAlone("receiveAttestation", "AlreadyPublished")

\* Reached in profile collect.
\* BUILD-23: receiveAttestation is refused for this alone.
NeverPublishingClosedOfReceiveAttestation == ~RefusedAlone("receiveAttestation", "PublishingClosed")

\* Reached in profile collect.
\* MESSAGE-8: receiveAttestation is refused for this alone.
NeverSignatureInvalidOfReceiveAttestation == ~RefusedAlone("receiveAttestation", "SignatureInvalid")

\* Reached in profile collect.
\* BUILD-20: receiveAttestation is refused for this alone.
NeverSignerNotMemberOfReceiveAttestation == ~RefusedAlone("receiveAttestation", "SignerNotMember")

\* Reached in profile collect.
\* BUILD-20: receiveAttestation is refused for this alone.
NeverAttestationKnownOfReceiveAttestation == ~RefusedAlone("receiveAttestation", "AttestationKnown")

\* Reached in profile collect.
\* FOLLOW-9: publish is refused for this alone.
NeverNotFollowingOfPublish == ~RefusedAlone("publish", "NotFollowing")

\* Reached in profile collect.
\* FOLLOW-5: publish is refused for this alone.
NeverAlarmRaisedOfPublish == ~RefusedAlone("publish", "AlarmRaised")

\* Reached in profile collect.
\* BUILD-1: publish is refused for this alone.
NeverFallbackActiveOfPublish == ~RefusedAlone("publish", "FallbackActive")

\* Reached in profile collect.
\* BUILD-19: publish is refused for this alone.
NeverNothingProposedOfPublish == ~RefusedAlone("publish", "NothingProposed")

\* Reached in profile collect.
\* BUILD-22: publish is refused for this alone.
NeverAlreadyPublishedOfPublish == ~RefusedAlone("publish", "AlreadyPublished")

\* Reached in profile collect.
\* BUILD-23: publish is refused for this alone.
NeverPublishingClosedOfPublish == ~RefusedAlone("publish", "PublishingClosed")

\* Reached in profile collect.
\* BUILD-3: publish is refused for this alone.
NeverParentNotTipOfPublish == ~RefusedAlone("publish", "ParentNotTip")

\* Reached in profile collect.
\* BUILD-21: publish is refused for this alone.
NeverQuorumNotReachedOfPublish == ~RefusedAlone("publish", "QuorumNotReached")

-----------------------------------------------------------------------------
\* What is sent out.

\* Reached in profile build.
\* BUILD-7: what was begun on another tip is begun again on this one.
NeverBegunAgain == ~(Sent("execute") /\ slot = 1 /\ view.tip.slot = 0 /\ building.transactions = <<"t2">>)

\* Reached in profile build.
\* BUILD-18: a block of two.
NeverProposed == ~(Sent("send") /\ Len(proposed.root) = 2)

\* Reached in profile collect.
\* BUILD-21: published with three of four, the own attestation not among them.
NeverPublishedWithoutTheOwn == ~(Sent("submit") /\ attestations = <<"m2", "m3", "m4">>)

\* Reached in profile forced.
\* QUEUE-9: a block that takes one forced transaction twice is proposed.
NeverForcedTwice == ~(proposed.forced = 3 /\ proposed.transactions[1] = proposed.transactions[3])

-----------------------------------------------------------------------------
\* Ways through a slot, and through two.

\* Reached in profile collect.
\* BUILD-6, BUILD-22: a block in each slot, the second on the one that L1 shows of the first.
NeverPublishedTwice == submitted # {0, 1}

\* Reached in profile collect.
\* BUILD-22: published, and all of the view forgotten.
NeverPublishedAndCrashed == ~(event.name = "crash" /\ published /\ slot = 0)

\* Reached in profile collect.
\* BUILD-6: a proposal was made of which the node knows nothing.
NeverForgotten == ~(announced = {0} /\ slot = 0 /\ proposed = NoProposal)

\* Reached in profile collect.
\* BUILD-19: what is heard while the view is away counts.
NeverHeardWithoutAView ==
    ~(event.name = "receiveAttestation" /\ view = NoView /\ Len(attestations) = 3)

\* Reached in profile collect.
\* BUILD-23: a quorum in the phase closed: the block is given up.
NeverGivenUp == ~(phase = "closed" /\ proposed.slot = slot /\ Len(attestations) = 3 /\ ~published)

\* Reached in profile collect.
\* BUILD-3: the parent of what was proposed is the tip no more.
NeverAbandoned == ~(proposed.slot = slot /\ view.follows = "level" /\ proposed.parent # view.tip)
=============================================================================
