---------------------------- MODULE L1RollupReach ----------------------------
(***************************************************************************)
(* States that a check of the properties must have seen.  Each `Never…`    *)
(* claims that its state is never reached; the reach models (models.json)  *)
(* show that it is, in the profile that they name.                         *)
(***************************************************************************)
EXTENDS MCL1Rollup

\* Of the history, only the number of prunes is asked for.
ReachView == <<State, prunes>>

\* An instance of the event is accepted in this state.
Accepted(name) == \E e \in Instances(State) : e.name = name /\ Refusals(State, e) = {}

AtLastClaimSlot == Offset(slot) = ClaimWindowSlots - 1
AtLastSlotOfEpoch == Offset(slot) = SlotsPerEpoch - 1

\* PRUNE-1, PRUNE-2.
NeverThreePrunes == prunes < 3

\* CLAIM-1.
NeverClaimAtLastOffset == ~(AtLastClaimSlot /\ Accepted("claimEpochProofRight"))

\* PROOF-8.
NeverUnclaimedProofAtLastOffset ==
    ~(AtLastClaimSlot /\ claim = NoClaim /\ Accepted("submitEpochProof"))

\* PRUNE-2.
NeverProofInLastSlot == ~(AtLastSlotOfEpoch /\ claim # NoClaim /\ Accepted("submitEpochProof"))

\* PROOF-6: the next epoch has begun to grow when its parent epoch is proven.
NeverProofUnderLaterBlocks ==
    ~(Accepted("submitEpochProof") /\ EpochLength(LivePending) < Len(LivePending))

\* PROOF-9.
NeverEmptyEpochBetweenProven ==
    ~(/\ proven # Genesis
      /\ Accepted("submitEpochProof")
      /\ OldestUnprovenEpoch(LivePending) > Epoch(proven.slot) + 1)

\* PROOF-4: the chain that has grown again after a prune is proven.
NeverRegrownForkProven == ~(prunes > 0 /\ proven.content = "b" /\ pending # <<>>)

\* PRUNE-4: a proposal settles a prune and a slash.
NeverProposalSettlesAll == ~(PruneDue(State) /\ SlashDue(State) /\ claim.bondAmount > 0 /\ Accepted("propose"))

\* PRUNE-3, ESCROW-9.
NeverSlashedBondCollected == tokens["sink"] = 0

\* PRUNE-3, CLAIM-10: after a bond was slashed another one is at stake.
NeverClaimAfterSlash == ~(slashed > 0 /\ claim # NoClaim)

\* CLAIM-10: a claim takes a part of what is being withdrawn.
NeverWithdrawalPartlyStaked ==
    ~\E e \in Instances(State) :
        /\ e.name = "claimEpochProofRight"
        /\ Refusals(State, e) = {}
        /\ LET account == accounts[e.quote.proverAddress]
           IN /\ account.available < e.quote.bondAmount
              /\ e.quote.bondAmount < account.available + account.withdrawing

\* ESCROW-7.
NeverWithdrawalInUnlockSlot ==
    ~(Accepted("executeWithdrawal") /\ \E p \in Provers : accounts[p].unlockSlot = slot)

\* REWARD-1.
NeverPoolShort == ~(claim # NoClaim /\ Pool(State) < EpochRewardWei /\ Accepted("submitEpochProof"))

\* EPOCH-6: an epoch inherits a sample that was set up.
NeverEpochInherited ==
    ~(InForce(State).epoch > 0 /\ InForce(State).epoch < Epoch(slot) /\ Accepted("propose"))

\* EPOCH-4, PROPOSE-1.
NeverCommitteeEmpty == MembersNow # <<>> \/ pending = <<>>

\* EPOCH-4.
NeverCommitteeBelowTarget ==
    ~(Len(MembersNow) \in 1..TargetCommitteeSize - 1 /\ Accepted("propose"))

\* EPOCH-4: the set has exactly the size of a committee, after a change.
NeverCommitteeOfChangedSet ==
    ~(/\ InForce(State).epoch > 0
      /\ Len(MembersNow) = TargetCommitteeSize
      /\ Elements(MembersNow) # Elements(InitialValidators)
      /\ Accepted("propose"))

\* EPOCH-3: a set larger than a committee was drawn from.
NeverCommitteeDrawnFromLargerSet ==
    ~(/\ Len(validators.current) > TargetCommitteeSize
      /\ validators.changedEpoch < Epoch(slot)
      /\ samples[Len(samples)].epoch > Epoch(slot))

\* EPOCH-5, VALIDATOR-5: a member that is registered no longer serves to the end.
NeverRemovedMemberServes ==
    ~(/\ \E m \in Elements(MembersNow) : ~Registered(State, m)
      /\ BaseCaller(State, MembersNow) \notin Elements(validators.current)
      /\ Accepted("propose"))
=============================================================================
