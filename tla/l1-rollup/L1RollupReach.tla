---------------------------- MODULE L1RollupReach ----------------------------
(***************************************************************************)
(* States that a check of the properties must have seen.  Each `Never…`    *)
(* claims that its state is never reached, and a Reach model shows that it *)
(* is, in the profile that the first line above it names.                  *)
(***************************************************************************)
EXTENDS MCL1Rollup

\* Of the history, only the number of prunes is asked for.
ReachView == <<State, prunes>>

\* An instance of the event is accepted in this state.
Accepted(name) == \E e \in Instances(State) : e.name = name /\ Refusals(State, e) = {}

AtLastClaimSlot == Offset(slot) = ClaimWindowSlots - 1
AtLastSlotOfEpoch == Offset(slot) = SlotsPerEpoch - 1

\* Reached in profiles chain, forks.
\* PRUNE-1, PRUNE-2.
NeverThreePrunes == prunes < 3

\* Reached in profile chain.
\* CLAIM-1.
NeverClaimAtLastOffset == ~(AtLastClaimSlot /\ Accepted("claimEpochProofRight"))

\* Reached in profile chain.
\* PROOF-8.
NeverUnclaimedProofAtLastOffset ==
    ~(AtLastClaimSlot /\ claim = NoClaim /\ Accepted("submitEpochProof"))

\* Reached in profile chain.
\* PRUNE-2.
NeverProofInLastSlot == ~(AtLastSlotOfEpoch /\ claim # NoClaim /\ Accepted("submitEpochProof"))

\* Reached in profile chain.
\* PROOF-6: the next epoch has begun to grow when its parent epoch is proven.
NeverProofUnderLaterBlocks ==
    ~(Accepted("submitEpochProof") /\ EpochLength(LivePending) < Len(LivePending))

\* Reached in profile forks.
\* PROOF-9.
NeverEmptyEpochBetweenProven ==
    ~(/\ proven # Genesis
      /\ Accepted("submitEpochProof")
      /\ OldestUnprovenEpoch(LivePending) > Epoch(proven.slot) + 1)

\* Reached in profile forks.
\* PROOF-4: the chain that has grown again after a prune is proven.
NeverRegrownForkProven == ~(prunes > 0 /\ proven.content = "b" /\ pending # <<>>)

\* Reached in profile escrow.
\* PRUNE-4: a proposal settles a prune and a slash.
NeverProposalSettlesAll == ~(PruneDue(State) /\ SlashDue(State) /\ claim.bondAmount > 0 /\ Accepted("propose"))

\* Reached in profile escrow.
\* PRUNE-3, ESCROW-9.
NeverSlashedBondCollected == tokens["sink"] = 0

\* Reached in profile escrow.
\* PRUNE-3, CLAIM-10: after a bond was slashed another one is at stake.
NeverClaimAfterSlash == ~(slashed > 0 /\ claim # NoClaim)

\* Reached in profile escrow.
\* CLAIM-10: a claim takes a part of what is being withdrawn.
NeverWithdrawalPartlyStaked ==
    ~\E e \in Instances(State) :
        /\ e.name = "claimEpochProofRight"
        /\ Refusals(State, e) = {}
        /\ LET account == accounts[e.quote.proverAddress]
           IN /\ account.available < e.quote.bondAmount
              /\ e.quote.bondAmount < account.available + account.withdrawing

\* Reached in profile escrow.
\* ESCROW-7.
NeverWithdrawalInUnlockSlot ==
    ~(Accepted("executeWithdrawal") /\ \E p \in Provers : accounts[p].unlockSlot = slot)

\* Reached in profile rewards.
\* REWARD-1.
NeverPoolShort == ~(claim # NoClaim /\ Pool(State) < FullReward(State) /\ Accepted("submitEpochProof"))

\* Reached in profile committee.
\* EPOCH-6: an epoch inherits a sample that was set up.
NeverEpochInherited ==
    ~(InForce(State).epoch > 0 /\ InForce(State).epoch < Epoch(slot) /\ Accepted("propose"))

\* Reached in profile empty.
\* EPOCH-4, PROPOSE-1.
NeverCommitteeEmpty == MembersNow # <<>> \/ pending = <<>>

\* Reached in profile committee.
\* EPOCH-4.
NeverCommitteeBelowTarget ==
    ~(Len(MembersNow) \in 1..TargetCommitteeSize - 1 /\ Accepted("propose"))

\* Reached in profile committee.
\* EPOCH-4: the set has exactly the size of a committee, after a change.
NeverCommitteeOfChangedSet ==
    ~(/\ InForce(State).epoch > 0
      /\ Len(MembersNow) = TargetCommitteeSize
      /\ Elements(MembersNow) # Elements(InitialValidators)
      /\ Accepted("propose"))

\* Reached in profile committee.
\* EPOCH-3: a set larger than a committee was drawn from.
NeverCommitteeDrawnFromLargerSet ==
    ~(/\ Len(Frozen(State)) > TargetCommitteeSize
      /\ samples[Len(samples)].epoch > Epoch(slot))

\* Reached in profiles committee, sets.
\* VALIDATOR-5: a validator that was added in epoch 0 is drawn by a sample taken in
\* epoch 2.
NeverAddedOneDrawnTwoEpochsLater ==
    ~(/\ Epoch(slot) = 2
      /\ validators.changedEpoch = 0
      /\ samples[Len(samples)].epoch = 2 + SeedLookaheadEpochs
      /\ ~(Elements(samples[Len(samples)].members) \subseteq Elements(InitialValidators)))

\* Reached in profiles committee, sets.
\* VALIDATOR-5: a committee is drawn while the set has changed in its epoch and in
\* the one before.
NeverChangesInBothEpochs ==
    ~(/\ validators.changedEpoch = Epoch(slot)
      /\ Cardinality({validators.current, validators.previous, validators.earlier}) = 3
      /\ Accepted("setupEpoch"))

\* Reached in profile committee.
\* EPOCH-5, VALIDATOR-5: a member that is registered no longer serves to the end.
NeverRemovedMemberServes ==
    ~(/\ \E m \in Elements(MembersNow) : ~Registered(State, m)
      /\ BaseCaller(State, MembersNow) \notin Elements(validators.current)
      /\ Accepted("propose"))

\* Reached in profiles forced, minimum.
\* QUEUE-6: a block takes what is due, and others.
NeverDueTakenWithOthers ==
    ~\E e \in Instances(State) :
        /\ e.name = "propose"
        /\ e.content # "none"
        /\ DueCount(Effective(State)) > 1
        /\ e.forced = DueCount(Effective(State))
        /\ Refusals(State, e) = {}

\* Reached in profile minimum.
\* QUEUE-7: a block without others takes the minimum and leaves what is due.
NeverMinimumAlone ==
    ~\E e \in Instances(State) :
        /\ e.name = "propose"
        /\ e.forced = ForcedMinimum
        /\ e.forced < DueCount(Effective(State))
        /\ Refusals(State, e) = {}

\* Reached in profile forced.
\* QUEUE-3: a transaction waits that is not due yet, behind one that is.
NeverDueBeforeOthers == ~(DueCount(Effective(State)) > 0 /\ DueCount(Effective(State)) < WaitingCount(Effective(State)))

\* Reached in profiles forced, based.
\* QUEUE-8: a prune gives back what was taken, and it is due.
NeverForcedGivenBack ==
    ~(/\ TakenBy(pending) > 0
      /\ LivePending = <<>>
      /\ DueCount(Effective(State)) > 0
      /\ Accepted("prune"))

\* Reached in profile forced.
\* QUEUE-8: what a dropped block took is taken again and proven.
NeverForcedTakenAgain == ~(prunes > 0 /\ taken > 0)

\* Reached in profiles challenged, postings.
\* CHALLENGE-5: a block is challenged in the last slot for it.
NeverChallengeInTheLastSlot ==
    ~\E e \in Instances(State) :
        /\ e.name = "challenge"
        /\ slot = e.slot + ChallengeSlots
        /\ Refusals(State, e) = {}

\* Reached in profiles challenged, postings.
\* CHALLENGE-6: without a challenger in time a proof is accepted of a block whose
\* attestations are false.
NeverFalseBlockIsProven ==
    ~(/\ Accepted("submitEpochProof")
      /\ \E i \in 1..EpochLength(LivePending) : FalseSeatsOf(i) # {})

\* Reached in profiles challenged, postings.
\* CHALLENGE-7: a block drops whose own attestations are true.
NeverTrueBlockDropsWithItsParent ==
    ~\E e \in Instances(State) :
        /\ e.name = "challenge"
        /\ Refusals(State, e) = {}
        /\ \E i \in DOMAIN LivePending : LivePending[i].slot > e.slot /\ FalseSeatsOf(i) = {}

\* Reached in profiles challenged, postings.
\* CHALLENGE-7: the proposer of the slot of a block that dropped proposes in its slot.
NeverSlotIsFreeAgain ==
    ~\E e \in Instances(State) :
        /\ e.name = "challenge"
        /\ e.slot = slot
        /\ Refusals(State, e) = {}
        /\ LET left == After(State, e) IN Refusals(left, ProposeBase(left, left)) = {}

\* Reached in profiles challenged, postings.
\* CHALLENGE-8: the epoch of a claim loses a block and keeps another.
NeverClaimOutlivesACut ==
    ~\E e \in Instances(State) :
        /\ e.name = "challenge"
        /\ Refusals(State, e) = {}
        /\ Epoch(e.slot) = LiveClaim.epochToProve
        /\ LivePending[1].slot # e.slot

\* Reached in profile challenged.
\* CHALLENGE-8: a claim ends with the last block of its epoch, and a bond returns.
NeverBondReturnsByAChallenge ==
    ~\E e \in Instances(State) :
        /\ e.name = "challenge"
        /\ Refusals(State, e) = {}
        /\ LiveClaim.bondAmount > 0
        /\ LivePending[1].slot = e.slot

\* Reached in profiles challenged, postings.
\* CHALLENGE-9: a claimed epoch is proven in the first slot in which none of its
\* blocks can be challenged.
NeverProofAsSoonAsSettled ==
    ~(/\ LiveClaim # NoClaim
      /\ slot = EpochEnd(Effective(State)).slot + ChallengeSlots + 1
      /\ Accepted("submitEpochProof"))

\* Reached in profile challenged.
\* CHALLENGE-7, QUEUE-8: what a challenged block took waits again.
NeverForcedGivenBackByAChallenge ==
    ~\E e \in Instances(State) :
        /\ e.name = "challenge"
        /\ Refusals(State, e) = {}
        /\ DueCount(Effective(After(State, e))) > DueCount(Effective(State))

\* Reached in profile released.
\* CHALLENGE-13: a challenge ends a claim for which an entry waited.
NeverEntryAfterAChallenge ==
    ~\E e \in Instances(State) :
        /\ e.name = "challenge"
        /\ Refusals(State, e) = {}
        /\ IsCounted(LiveFallback)
        /\ slot >= LiveFallback.countedFrom + FallbackEnterSlots
        /\ After(State, e).claim = NoClaim

\* Reached in profiles based, delayed, sessions, returned.
\* FALLBACK-1.
NeverInFallback == ~InSession(LiveFallback)

\* Reached in profile delayed.
\* FALLBACK-3: a live claim delays an entry, and can still be proven.
NeverClaimDelaysEntry ==
    ~(/\ IsCounted(LiveFallback)
      /\ slot >= LiveFallback.countedFrom + FallbackEnterSlots
      /\ Accepted("submitEpochProof"))

\* Reached in profile delayed.
\* FALLBACK-3, PRUNE-3: in one slot a bond is slashed and fallback entered.
NeverSlashAtEntry == ~(SlashDue(State) /\ InSession(LiveFallback) /\ LiveFallback.entered = slot)

\* Reached in profile based.
\* FALLBACK-4: an entry alone drops the chain.
NeverDroppedByEntry == ~(DropDue(State) /\ ~PruneDue(State) /\ InSession(LiveFallback))

\* Reached in profile based.
\* FALLBACK-6: a session ends although it is used.
NeverExitOfUsedSession ==
    ~(/\ InSession(fallback)
      /\ slot >= fallback.entered + FallbackExitSlots
      /\ slot < fallback.advanced + FallbackExitActivitySlots)

\* Reached in profiles based, sessions.
\* FALLBACK-7: a session ends because nobody uses it.
NeverExitOfUnusedSession ==
    ~(/\ InSession(fallback)
      /\ slot >= fallback.advanced + FallbackExitActivitySlots
      /\ slot < fallback.entered + FallbackExitSlots)

\* Reached in profile sessions.
\* FALLBACK-8: time alone passes through a session into the next.
NeverTwoSessionsUnseen == ~(ChangesNow(State).entries > 1 /\ InSession(LiveFallback))

\* Reached in profile based.
\* FALLBACK-12: a fallback block takes the slot of one that the entry drops.
NeverSlotOfADroppedBlock ==
    ~\E e \in Instances(State) :
        /\ e.name = "proposeWithProof"
        /\ \E block \in Elements(pending) : block.slot = e.slot
        /\ Refusals(State, e) = {}

\* Reached in profiles based, sessions.
\* FALLBACK-14, QUEUE-7: a fallback block takes what is due.
NeverForcedInFallback ==
    ~\E e \in Instances(State) : e.name = "proposeWithProof" /\ e.forced > 0 /\ Refusals(State, e) = {}

\* Reached in profile sessions.
\* FALLBACK-15: the pool pays less than the reward.
NeverFallbackPoolShort ==
    ~(Pool(State) \in 1..FallbackRewardWei - 1 /\ Accepted("proposeWithProof"))

\* Reached in profile sessions.
\* FALLBACK-15, REWARD-5: who built in fallback is paid.
NeverFallbackPaid == At(tokens, "stranger", 0) = 0

\* Reached in profile returned.
\* FALLBACK-16: an epoch is set up in a session.
NeverSetUpInFallback == ~(InSession(LiveFallback) /\ Accepted("setupEpoch"))

\* Reached in profile returned.
\* FALLBACK-16: after a session the committee goes on, by a sample of the time before.
NeverCommitteeReturns ==
    ~(/\ InSession(fallback)
      /\ ~InSession(LiveFallback)
      /\ InForce(State).epoch > 0
      /\ Accepted("propose"))
=============================================================================
