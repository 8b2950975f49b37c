------------------------- MODULE L1RollupProperties -------------------------
(***************************************************************************)
(* What must hold of the L1 rollup, whatever the checks that bring it      *)
(* about: nothing here looks at refusals, except the property that refused *)
(* events do not happen.  Invariants speak of states.  Action properties,  *)
(* [][...]_vars, speak of steps and of the event that led to them.         *)
(*                                                                         *)
(* Every definition of the section Invariants is checked in every state,   *)
(* every one of the form [][...]_vars in every step.  Each has a model in  *)
(* tla/l1-rollup/bug that violates it, and each conjunct one that only it  *)
(* sees.                                                                   *)
(***************************************************************************)
EXTENDS L1RollupTables

-----------------------------------------------------------------------------
\* History: no rule reads it.

VARIABLE event        \* the event that was accepted last
VARIABLE startSet     \* the set of validators as it was when the current epoch began
VARIABLE earlierSet   \* and when the epoch before it began; in epoch 0 the initial set
VARIABLE prunes       \* how many times the pending chain was dropped

vars == <<rollupVariables, event, startSet, earlierSet, prunes>>

HistoryInit ==
    /\ event = [name |-> "init"]
    /\ startSet = InitialValidators
    /\ earlierSet = InitialValidators
    /\ prunes = 0
HistoryNext(e) ==
    /\ event' = e
    /\ startSet' = IF Epoch(slot') = Epoch(slot) THEN startSet ELSE validators.current
    /\ earlierSet' = IF Epoch(slot') = Epoch(slot) THEN earlierSet ELSE startSet
    /\ prunes' = IF DropDue(State) /\ pending' # pending THEN prunes + 1 ELSE prunes

Happened(name) == event'.name = name

-----------------------------------------------------------------------------
Elements(sequence) == {sequence[i] : i \in DOMAIN sequence}
IsSet(sequence) == Cardinality(Elements(sequence)) = Len(sequence)

\* The pending blocks that are left when everything due has been carried out.
LivePending == Effective(State).pending
LivePosted == Effective(State).posted
LiveClaim == Effective(State).claim
LiveFallback == Effective(State).fallback
\* The same after a step: TLC would evaluate a primed one again wherever it names
\* a part of itself.
NextLive == Effective(State')

\* Who serves now, and who proposes now of all that do.
MembersNow == InForce(State).members
ProposerNow == Proposer(State, MembersNow)

Late(someClaim) == Epoch(slot) > someClaim.epochToProve + 1

\* Counted from 1.
GivenSeats(attestations) == {i \in DOMAIN attestations : attestations[i] # "none"}

\* CHALLENGE-6: the seats, counted from 0, at which somebody else than the member signed
\* the i-th block; none without a posting.
FalseSeatsOf(i) ==
    IF i \notin DOMAIN LivePosted THEN {}
    ELSE LET p == LivePosted[i]
         IN {j - 1 : j \in {n \in GivenSeats(p.attestations) : p.attestations[n] # p.committee[n]}}

\* A block is added, by the committee or by anybody.
BlockIsAdded == Happened("propose") \/ Happened("proposeWithProof")

\* QUEUE-8: what the chain in effect has taken from the queue, of which the proven
\* chain has taken `taken`; what is due of the rest after the block of this step.
TakenBy(blocks) == Sum([i \in DOMAIN blocks |-> blocks[i].forced])
Included == taken + TakenBy(LivePending)
DueAfterBlock ==
    {i \in Included + event'.forced + 1..Len(queue) : queue[i].includedByEpoch <= Epoch(slot)}

-----------------------------------------------------------------------------
\* Invariants.

TypeOK == IsState(State)

\* PROPOSE-3, PROPOSE-6, TIME-4: at most one block per slot, none of the future.
BlocksAreOrdered ==
    LET chain == <<proven>> \o pending
    IN /\ \A i \in 1..Len(chain) - 1 : chain[i].slot < chain[i + 1].slot
       /\ Last(chain).slot <= slot

\* PRUNE-7.
PendingSpansTwoEpochs ==
    \A block \in Elements(LivePending) : Epoch(block.slot) \in {Epoch(slot) - 1, Epoch(slot)}

\* PRUNE-1: beyond its claim window an epoch lives by its claim alone.
UnclaimedEpochsAreDropped ==
    (\E block \in Elements(LivePending) : Epoch(block.slot) < Epoch(slot))
        => Offset(slot) < ClaimWindowSlots \/ claim # NoClaim

\* PRUNE-1, PRUNE-2, FALLBACK-4: nothing is dropped while it can still be claimed
\* or proven, but by an entry.
NothingIsDroppedEarly ==
    LivePending # pending =>
        \/ fallback # LiveFallback /\ ~InSession(fallback)
        \/ \E block \in Elements(pending) :
            \/ Epoch(slot) - Epoch(block.slot) >= 2
            \/ /\ Epoch(slot) # Epoch(block.slot)
               /\ Offset(slot) >= ClaimWindowSlots
               /\ claim = NoClaim

\* PRUNE-1, PRUNE-2, PRUNE-5, FALLBACK-4: a prune is accepted exactly when the
\* whole chain drops.
PruneDropsEverything == DropDue(State) <=> pending # <<>> /\ LivePending = <<>>

\* CLAIM-2, CLAIM-3, CHALLENGE-8: a stored claim is for the oldest unproven epoch, which
\* has a block.
ClaimIsForOldestEpoch ==
    claim # NoClaim => pending # <<>> /\ claim.epochToProve = Epoch(pending[1].slot)

\* CLAIM-3, PRUNE-3: a claim lives in the epoch after its own and no longer.
ClaimLivesOneEpoch ==
    /\ claim # NoClaim => claim.epochToProve < Epoch(slot)
    /\ LiveClaim # NoClaim => ~Late(LiveClaim)

\* CLAIM-4, CLAIM-10: what is at stake is the bond of the one claim.
OneBondIsAtStake ==
    \A p \in Provers : accounts[p].staked = IF claim.proverAddress = p THEN claim.bondAmount ELSE 0

\* ESCROW-3.
AccountsKeepTheCap == \A p \in Provers : Held(accounts[p]) <= EscrowCapWei

\* ESCROW-10.
EscrowIsConserved ==
    tokens["escrow"] = Sum([p \in Provers |-> Held(accounts[p])]) + slashed

\* ESCROW-4, ESCROW-8, ESCROW-9, REWARD-5: tokens only move.
TokensAreConserved == Sum(tokens) = Sum(InitialTokens) + Sum(InitialDeposits)

\* REWARD-1, REWARD-5.
CreditsAreCovered == tokens["rollup"] >= Sum(credits)

\* EPOCH-3, EPOCH-4, VALIDATOR-3: nobody is registered or drawn twice.
SetsHaveNoRepetition ==
    /\ IsSet(validators.current)
    /\ IsSet(validators.previous)
    /\ IsSet(validators.earlier)
    /\ \A sample \in Elements(samples) :
        IsSet(sample.members) /\ Len(sample.members) <= TargetCommitteeSize

\* QUEUE-4, QUEUE-8: nothing is taken that is not there.
TakenIsInTheQueue == taken + TakenBy(pending) <= Len(queue)

\* QUEUE-3: so that the due ones are the front of what waits.
DatesDoNotFall ==
    \A i \in DOMAIN queue :
        /\ queue[i].includedByEpoch <= Epoch(slot) + ForcedDelayEpochs
        /\ i > 1 => queue[i - 1].includedByEpoch <= queue[i].includedByEpoch

\* CHALLENGE-1, CHALLENGE-2: every pending block has a posting, and no other one has;
\* there is none where signatures are verified.
PendingBlocksHavePostings == Len(posted) = IF ChallengeSlots = 0 THEN 0 ELSE Len(pending)

\* CHALLENGE-1, PROPOSE-11: a posting names more than two thirds of its committee.
PostingsHaveQuorums ==
    \A posting \in Elements(posted) :
        3 * Cardinality(GivenSeats(posting.attestations)) > 2 * Len(posting.committee)

\* FALLBACK-2: a committee that does nothing is replaced.
WhatWaitsIsCounted ==
    FallbackEnterSlots > 0 /\ (LivePending # <<>> \/ taken < Len(queue)) =>
        IsCounted(LiveFallback) \/ InSession(LiveFallback)

\* FALLBACK-1, FALLBACK-3.
FallbackIsEnteredInTime ==
    IsCounted(LiveFallback) =>
        slot < LiveFallback.countedFrom + FallbackEnterSlots \/ LiveClaim # NoClaim

\* FALLBACK-6, FALLBACK-7.
SessionsEndInTime ==
    InSession(LiveFallback) =>
        /\ slot < LiveFallback.entered + FallbackExitSlots
        /\ slot < LiveFallback.advanced + FallbackExitActivitySlots

\* FALLBACK-3, FALLBACK-4: a session begins on the proven tip alone, when no claim
\* is live.
SessionsBeginOnTheProvenTip ==
    InSession(LiveFallback) =>
        /\ LivePending = <<>>
        /\ LiveClaim = NoClaim

\* What pointwise evaluation assumes of states.
StatesAreCoherent == Coherent(State)

-----------------------------------------------------------------------------
\* Action properties: time and refusals.

\* TIME-3.
TimeMovesOnlyTheSlot ==
    [][IF Happened("advanceSlot")
       THEN /\ slot' = slot + 1
            /\ UNCHANGED <<proven, pending, claim, accounts, slashed, tokens, credits, validators, samples,
                           queue, taken, posted, fallback>>
       ELSE slot' = slot]_vars

\* TIME-4: before genesis nobody samples, the set stays as it is, and no
\* withdrawal begins or ends. That there are no blocks, and so no claims, no
\* proofs and no prunes, is BlocksAreOrdered.
NothingHappensBeforeGenesis ==
    [][slot < 0 =>
        /\ samples' = samples
        /\ validators' = validators
        /\ \A p \in Provers : accounts'[p].withdrawing = accounts[p].withdrawing]_vars

\* What is refused does not happen.
RefusalsChangeNothing == [][Refusals(State, event') = {}]_vars

-----------------------------------------------------------------------------
\* Action properties: the chain.

\* PROOF-6, PRUNE-8, FALLBACK-14: the proven tip moves to a block of the pending
\* chain, by its identity, to one that comes with its proof, or not at all.
ProvenNeverShrinks ==
    [][\/ proven' = proven
       \/ proven' \in Elements(LivePending)
       \/ Happened("proposeWithProof") /\ proven'.slot > proven.slot]_vars

\* PROPOSE-12, PROOF-6, PRUNE-4, CHALLENGE-7: the pending chain is untouched, or
\* settled; it gets a block at its end, loses its beginning to the proven chain, or
\* its end to a challenge.
PendingKeepsItsBlocks ==
    [][LET live == LivePending IN
       \/ pending' = pending
       \/ pending' = live
       \/ /\ Happened("propose")
          /\ SubSeq(pending', 1, Len(pending') - 1) = live
       \/ \E i \in DOMAIN live : proven' = live[i] /\ pending' = SubSeq(live, i + 1, Len(live))
       \/ Happened("challenge") /\ \E i \in DOMAIN live : pending' = SubSeq(live, 1, i - 1)]_vars

\* PROPOSE-1, PROPOSE-2, PROPOSE-7.
OnlyTheProposerProposes ==
    [][Happened("propose") =>
        /\ event'.committee = MembersNow
        /\ event'.caller \in Elements(MembersNow) \cap {ProposerNow}]_vars

\* PROPOSE-10, CHALLENGE-1: where signatures are verified, no seat is filled by
\* somebody else.
SeatsAreSignedByTheirMembers ==
    [][Happened("propose") /\ ChallengeSlots = 0 =>
        \A seat \in DOMAIN event'.attestations :
            event'.attestations[seat] \in {"none", MembersNow[seat]}]_vars

\* PROPOSE-10, PROPOSE-11, CHALLENGE-1: a block comes with more than two thirds: where
\* signatures are verified, of members that signed, each counted once; else of seats
\* that are given.
QuorumAttested ==
    [][Happened("propose") =>
        LET members == MembersNow
            signers == {m \in Elements(members) : m \in Elements(event'.attestations)}
            attested == IF ChallengeSlots = 0 THEN signers ELSE GivenSeats(event'.attestations)
        IN 3 * Cardinality(attested) > 2 * Len(members)]_vars

\* PROPOSE-3, PROPOSE-4, PROPOSE-5, PROPOSE-12, PROPOSE-13: the header is that of
\* the block that is added, in the current slot, on the tip, whose content counts.
HeadersAreOfNow ==
    [][Happened("propose") =>
        /\ event'.slot = slot
        /\ event'.timestampSlot = slot
        /\ event'.parent = Last(<<proven>> \o LivePending)
        /\ Last(pending').slot = event'.slot
        /\ Last(pending').content = event'.content
        /\ Last(pending').forced = event'.forced]_vars

\* PROPOSE-8, PROPOSE-9.
BodiesArePublished == [][BlockIsAdded => event'.blobs = "match"]_vars

-----------------------------------------------------------------------------
\* Action properties: challenges.

\* CHALLENGE-2: a block keeps the posting that it was proposed with for as long as
\* it is pending.
PostingsStayWithTheirBlocks ==
    [][\A j \in DOMAIN posted' \cap DOMAIN pending' :
        IF Happened("propose") /\ j = Len(pending')
        THEN posted'[j] = [committee |-> event'.committee, attestations |-> event'.attestations]
        ELSE \E i \in DOMAIN posted : posted[i] = posted'[j] /\ pending[i] = pending'[j]]_vars

\* CHALLENGE-6, CHALLENGE-7: no challenge drops a block that was posted with true
\* signatures on blocks that were.
HonestBlocksAreNotCut ==
    [][Happened("challenge") =>
        \A i \in DOMAIN LivePending :
            (\A j \in 1..i : FalseSeatsOf(j) = {}) => Len(pending') >= i /\ pending'[i] = LivePending[i]]_vars

\* CHALLENGE-3, CHALLENGE-6, CHALLENGE-7: a challenge shows a false attestation of the
\* block of its slot, and drops that block with all that stands on it.
ChallengesCutAtFalseBlocks ==
    [][Happened("challenge") =>
        \E i \in DOMAIN LivePending :
            /\ LivePending[i].slot = event'.slot
            /\ event'.seat \in FalseSeatsOf(i)
            /\ pending' = SubSeq(LivePending, 1, i - 1)]_vars

\* CHALLENGE-4, CHALLENGE-5: what is shown is what was posted, at most d slots ago.
ChallengesAreOfThePosting ==
    [][Happened("challenge") =>
        /\ event'.preimage = "match"
        /\ slot - event'.slot <= ChallengeSlots]_vars

\* CHALLENGE-11: but for the bond of a claim that ends, which ClaimsLiveToTheirDeadlines
\* and BondsReturnOrAreSlashed are about, a challenge moves nothing.
ChallengesMoveNoTokens == [][Happened("challenge") => tokens' = tokens]_vars

\* CHALLENGE-9: nothing is proven that can still be challenged.
ProofsAwaitChallenges ==
    [][Happened("submitEpochProof") /\ ChallengeSlots > 0 =>
        \A block \in Elements(LivePending) :
            block.slot <= proven'.slot => slot > block.slot + ChallengeSlots]_vars

-----------------------------------------------------------------------------
\* Action properties: forced transactions.

\* QUEUE-3: the queue gets an entry at its end, with its date, and loses none.
QueueOnlyGrows ==
    [][queue' =
        IF Happened("forceInclusion")
        THEN Append(queue, [transaction     |-> event'.transaction,
                            includedByEpoch |-> Epoch(slot) + ForcedDelayEpochs])
        ELSE queue]_vars

\* QUEUE-1, QUEUE-2.
ForcedAreFitAndProven ==
    [][Happened("forceInclusion") =>
        /\ event'.data = "fits"
        /\ event'.valid]_vars

\* QUEUE-5: what is taken is the front of the queue, in its order.
TheFrontIsTaken == [][BlockIsAdded => event'.forcedHash = "match"]_vars

\* QUEUE-6: a block with others leaves nothing that is due.
DueOnesComeFirst == [][BlockIsAdded /\ event'.content # "none" => DueAfterBlock = {}]_vars

\* QUEUE-7: a block takes the minimum, or leaves nothing that is due.
TheMinimumIsTaken == [][BlockIsAdded /\ event'.forced < ForcedMinimum => DueAfterBlock = {}]_vars

\* QUEUE-8, FALLBACK-14: the proven chain has taken what its blocks took.
ProvenBlocksTake ==
    [][taken' - taken =
        (CASE Happened("proposeWithProof") -> event'.forced
           [] Happened("submitEpochProof") ->
                Sum([i \in {j \in DOMAIN LivePending : LivePending[j].slot <= proven'.slot} |->
                    LivePending[i].forced])
           [] OTHER -> 0)]_vars

-----------------------------------------------------------------------------
\* Action properties: fallback.

\* FALLBACK-1, FALLBACK-6, FALLBACK-7: who builds changes when that is due, and
\* not before.
ModesChangeWhenDue ==
    [][LET before == LiveFallback
           after == NextLive.fallback
       IN
       /\ ~InSession(before) /\ InSession(after) =>
            /\ slot' >= before.countedFrom + FallbackEnterSlots
            /\ after.entered = slot'
       /\ InSession(before) /\ ~InSession(after) =>
            \/ slot' >= before.entered + FallbackExitSlots
            \/ slot' >= before.advanced + FallbackExitActivitySlots]_vars

\* FALLBACK-2, FALLBACK-8: the count starts anew from an advance and from an exit
\* if something waits, and when something begins to wait; nothing else moves it, but
\* for an entry that a challenge would else put into the past (CHALLENGE-13).
CountsStartAnew ==
    [][LET before == LiveFallback
           after == NextLive.fallback
           waits == NextLive.pending # <<>> \/ taken' < Len(queue')
       IN FallbackEnterSlots > 0 /\ ~InSession(after) =>
            after.countedFrom =
                IF IsCounted(before) /\ proven' = proven
                THEN IF Happened("challenge") /\ LiveClaim # NextLive.claim
                     THEN Max(before.countedFrom, slot + 1 - FallbackEnterSlots)
                     ELSE before.countedFrom
                ELSE IF waits THEN slot'
                ELSE NoSlot]_vars

\* FALLBACK-6, FALLBACK-7: a session keeps its entry; only an advance prolongs it.
SessionsAreProlongedByAdvances ==
    [][InSession(LiveFallback) /\ InSession(NextLive.fallback) =>
        NextLive.fallback = [LiveFallback EXCEPT !.advanced = IF proven' = proven THEN @ ELSE slot]]_vars

\* FALLBACK-3, PROOF-6, PRUNE-3, CHALLENGE-8: nothing cuts off a claim whose prover is
\* in time, but a challenge that leaves it no block.
ClaimsLiveToTheirDeadlines ==
    [][LiveClaim # NoClaim /\ NextLive.claim = NoClaim =>
        \/ Happened("submitEpochProof")
        \/ Happened("challenge") /\ pending' = <<>>
        \/ Epoch(slot') >= LiveClaim.epochToProve + 2]_vars

\* FALLBACK-5.
TheCommitteeStandsAside ==
    [][Happened("propose") \/ Happened("claimEpochProofRight") => ~InSession(LiveFallback)]_vars

\* FALLBACK-9, FALLBACK-11 to FALLBACK-14, PROPOSE-4, PROPOSE-6: a fallback block
\* is one of a session, on the proven tip, and proven at once.
FallbackBlocksAreProven ==
    [][Happened("proposeWithProof") =>
        /\ InSession(LiveFallback)
        /\ event'.valid
        /\ event'.parent = proven
        /\ event'.slot \in proven.slot + 1..slot
        /\ event'.timestampSlot = event'.slot
        /\ proven' = [slot        |-> event'.slot,
                      content     |-> event'.content,
                      beneficiary |-> "none",
                      forced      |-> event'.forced]]_vars

\* QUEUE-7, FALLBACK-14: whoever uses fallback proves a part of what is due.
FallbackProvesDueOnes ==
    [][Happened("proposeWithProof") /\ taken < Len(queue) /\ queue[taken + 1].includedByEpoch <= Epoch(slot) =>
        taken' > taken]_vars

\* FALLBACK-15: what a fallback block credits, and to whom.
FallbackBlocksCreditTheirCallers ==
    [][Happened("proposeWithProof") =>
        LET reward == Min(FallbackRewardWei, tokens["rollup"] - Sum(credits))
        IN \A h \in Callers :
            At(credits', h, 0) - At(credits, h, 0) = IF h = event'.caller THEN reward ELSE 0]_vars

-----------------------------------------------------------------------------
\* Action properties: claims and proofs.

\* CLAIM-1, PROPOSE-1, PROPOSE-2, PROPOSE-7: claims are made in the window, by
\* the slot's proposer.
ClaimsAreMadeInTheWindow ==
    [][Happened("claimEpochProofRight") =>
        /\ slot >= (claim'.epochToProve + 1) * SlotsPerEpoch
        /\ slot < (claim'.epochToProve + 1) * SlotsPerEpoch + ClaimWindowSlots
        /\ event'.committee = MembersNow
        /\ event'.caller \in Elements(MembersNow) \cap {ProposerNow}
        /\ claim'.claimant = event'.caller]_vars

\* CLAIM-4.
ClaimsAreNotReplaced ==
    [][claim' # claim => (claim = NoClaim \/ claim' = NoClaim)]_vars

\* CLAIM-5, CLAIM-6, CLAIM-7, CLAIM-9, CLAIM-10: a claim is its quote, which
\* the prover signed, which is still valid, and which is within the limits.
ClaimsKeepTheirQuotes ==
    [][Happened("claimEpochProofRight") =>
        LET quote == event'.quote IN
        /\ claim' = [epochToProve  |-> quote.epochToProve,
                     proverAddress |-> quote.proverAddress,
                     bondAmount    |-> quote.bondAmount,
                     basisPointFee |-> quote.basisPointFee,
                     claimant      |-> event'.caller]
        /\ quote.signer = quote.proverAddress
        /\ slot <= quote.validUntilSlot
        /\ quote.bondAmount >= MinimumBondWei
        /\ quote.basisPointFee <= MaximumBasisPoints]_vars

\* PROOF-2, PROOF-4, PROOF-8, PRUNE-1, PRUNE-2: a proof takes all blocks of one
\* ended epoch, before its deadline: the end of the next epoch, or without a
\* claim the end of the claim window.
ProofsAreWholeEpochsInTime ==
    [][proven' # proven /\ ~Happened("proposeWithProof") =>
        LET n == Epoch(proven'.slot) IN
        /\ Happened("submitEpochProof")
        /\ Epoch(slot) = n + 1
        /\ (claim.epochToProve = n \/ Offset(slot) < ClaimWindowSlots)
        /\ \A block \in Elements(pending') : Epoch(block.slot) > n]_vars

\* PROOF-3, PROOF-4, PROOF-5: what the verifier accepted is what is proven.
ProofsAreOfTheirBlocks ==
    [][Happened("submitEpochProof") =>
        /\ event'.valid
        /\ event'.from = proven
        /\ event'.to = proven'
        /\ proven' # proven]_vars

\* PROOF-10: where a claim gives its prover alone the right, nobody else proves.
ClaimsAreProvenByTheirProvers ==
    [][Happened("submitEpochProof") /\ ProofSubmission = "claimedProver" /\ LiveClaim # NoClaim =>
        event'.caller = LiveClaim.proverAddress]_vars

-----------------------------------------------------------------------------
\* Action properties: the escrow.

\* CLAIM-10, PROOF-7, PRUNE-3, CHALLENGE-8: a bond is put at stake by its claim, and
\* leaves with it: back to the bonded prover by a proof or a challenge, or slashed
\* when it is late.
\* What is slashed is collected whole; the event that finds a bond late may be a
\* deposit (PRUNE-4).
BondsReturnOrAreSlashed ==
    [][LET deposited(p) == IF Happened("deposit") /\ event'.caller = p THEN event'.amount ELSE 0
           others(p) == \A q \in Provers \ {p} :
               accounts'[q] = [accounts[q] EXCEPT !.available = @ + deposited(q)]
           left(amount) == IF Happened("collectSlashed") THEN 0 ELSE amount
           before(p) == accounts[p]
           after(p) == accounts'[p]
       IN
       /\ claim = claim' => \A p \in Provers : after(p).staked = before(p).staked
       /\ claim = claim' => slashed' = left(slashed)
       /\ claim = NoClaim /\ claim' # NoClaim =>
            LET p == claim'.proverAddress IN
            /\ slashed' = slashed
            /\ others(p)
            /\ after(p).staked = before(p).staked + claim'.bondAmount
            /\ Held(after(p)) = Held(before(p))
            /\ (after(p).withdrawing = before(p).withdrawing \/ after(p).available = 0)
       /\ claim # NoClaim /\ claim' = NoClaim =>
            LET p == claim.proverAddress IN
            /\ others(p)
            /\ after(p).staked = before(p).staked - claim.bondAmount
            /\ after(p).withdrawing = before(p).withdrawing
            /\ IF Late(claim)
               THEN slashed' = left(slashed + claim.bondAmount) /\ after(p).available = before(p).available + deposited(p)
               ELSE /\ Happened("submitEpochProof") \/ Happened("challenge")
                    /\ slashed' = slashed
                    /\ after(p).available = before(p).available + claim.bondAmount]_vars

\* ESCROW-7, ESCROW-8, ESCROW-12: what is being withdrawn waits for its slot,
\* which its start has set; what no claim took is paid whole.
WithdrawalsWait ==
    [][\A p \in Provers :
        LET before == accounts[p]
            after == accounts'[p]
        IN
        /\ after.withdrawing > before.withdrawing =>
            /\ Happened("startWithdrawal")
            /\ before.available - after.available = after.withdrawing
            /\ after.unlockSlot >= slot + WithdrawalDelaySlots
        /\ after.withdrawing < before.withdrawing =>
            \/ Happened("claimEpochProofRight")
            \/ /\ Happened("executeWithdrawal")
               /\ slot >= before.unlockSlot
               /\ after.withdrawing = 0
        /\ after.withdrawing = before.withdrawing => after.unlockSlot = before.unlockSlot]_vars

\* ESCROW-8, ESCROW-14: whom its owner names gets what is being withdrawn, and is
\* somebody outside of the escrow.
WithdrawalsReachTheirReceivers ==
    [][Happened("executeWithdrawal") =>
        LET receiver == event'.receiver
            held == At(tokens, receiver, 0)
        IN
        /\ receiver \notin {"none", "escrow"}
        /\ At(tokens', receiver, 0) = held + accounts[event'.caller].withdrawing]_vars

\* ESCROW-9: only the sink gets what was slashed.
SlashedBondsGoToTheSink ==
    [][LET late == IF claim' # claim /\ Late(claim) THEN claim.bondAmount ELSE 0
           collected == slashed + late - slashed'
       IN collected # 0 => tokens'["sink"] - tokens["sink"] = collected]_vars

\* ESCROW-11: what the escrow guarantees for a slot to come, in this claim
\* window or the next, only a claim can take.
GuaranteesHold ==
    [][LET guaranteed(account, s) ==
               account.available + (IF account.unlockSlot > s THEN account.withdrawing ELSE 0)
           windowEnd == (Epoch(slot) + 1) * SlotsPerEpoch + ClaimWindowSlots - 1
       IN ~Happened("claimEpochProofRight") =>
            \A p \in Provers, s \in slot'..windowEnd :
                guaranteed(accounts'[p], s) >= guaranteed(accounts[p], s)]_vars

\* VIEW-4: until the slot that is told of a bond it is covered, and nobody but
\* another claim makes that slot an earlier one. Of bonds that the same amounts
\* cover, the greatest is asked about.
CoverageIsKept ==
    [][~Happened("claimEpochProofRight") =>
        \A p \in Provers :
            LET before == accounts[p]
                after == accounts'[p]
            IN \A bond \in {before.available, before.available + before.withdrawing} :
                LET told == CoveredNextSlot(State, before, bond)
                IN told > slot' =>
                    /\ after.available + after.withdrawing >= bond
                    /\ CoveredNextSlot(State', after, bond) >= told]_vars

-----------------------------------------------------------------------------
\* Action properties: rewards.

\* REWARD-1, REWARD-2, REWARD-3, REWARD-4, REWARD-6: what a proof credits, and to
\* whom. The prover may be a validator too, and be credited as both.
ProofsCreditTheReward ==
    [][Happened("submitEpochProof") =>
        LET gain(h) == credits'[h] - credits[h]
            proved == {block \in Elements(LivePending) : block.slot <= proven'.slot}
            full == EpochRewardWei * (IF RewardBasis = "epoch" THEN 1 ELSE Cardinality(proved))
            reward == Min(full, tokens["rollup"] - Sum(credits))
            share == IF LiveClaim = NoClaim THEN 0 ELSE reward * LiveClaim.basisPointFee
            nearby == share \div MaximumBasisPoints
            blocksOf(h) == {block \in proved : block.beneficiary = h}
            asProver(h, fee) == IF h = LiveClaim.proverAddress THEN fee ELSE 0
            asProposer(h, fee) ==
                IF RewardRemainder = "blockProposers"
                THEN ((reward - fee) \div Cardinality(proved)) * Cardinality(blocksOf(h))
                ELSE IF h = LiveClaim.claimant THEN reward - fee ELSE 0
        IN \E fee \in nearby - 1..nearby + 1 :
            /\ fee * MaximumBasisPoints <= share
            /\ (fee + 1) * MaximumBasisPoints > share
            /\ \A h \in DOMAIN credits : gain(h) = asProver(h, fee) + asProposer(h, fee)]_vars

\* REWARD-5, FALLBACK-15: a credit is paid once and whole; nothing but a proof gives one.
CreditsAreRewards ==
    [][CASE Happened("submitEpochProof") \/ Happened("proposeWithProof") -> TRUE
         [] Happened("collectReward") ->
                /\ credits' = [credits EXCEPT ![event'.caller] = 0]
                /\ tokens'[event'.caller] - At(tokens, event'.caller, 0) = credits[event'.caller]
         [] OTHER -> credits' = credits]_vars

-----------------------------------------------------------------------------
\* Action properties: committees and validators.

\* EPOCH-5.
CommitteeIsFixed == [][Epoch(slot') = Epoch(slot) => InForce(State)' = InForce(State)]_vars

\* EPOCH-11.
ProposersStayWhenTheSetChanges == [][validators' # validators => ProposerNow' = ProposerNow]_vars

\* EPOCH-1, EPOCH-2: what is sampled is for an epoch to come, once.
SamplesAreForLaterEpochs ==
    [][samples' # samples =>
        /\ event' = [name |-> "setupEpoch", caller |-> event'.caller, randao |-> Last(samples').randao]
        /\ Last(samples').epoch = Epoch(slot) + SeedLookaheadEpochs
        /\ Last(samples').epoch > Last(samples).epoch]_vars

\* EPOCH-3, EPOCH-4: a committee is drawn from the set as it was when the epoch
\* before that of the call began; a small set serves whole.
CommitteesAreOfTheOldSet ==
    [][Happened("setupEpoch") =>
        LET members == Last(samples').members IN
        IF Len(earlierSet) <= TargetCommitteeSize THEN members = earlierSet
        ELSE /\ Len(members) = TargetCommitteeSize
             /\ Elements(members) \subseteq Elements(earlierSet)]_vars

\* VALIDATOR-5: the frozen set is the one with which the epoch before began.
SetIsFrozen == [][Frozen(State)' = earlierSet']_vars

\* The committee that a sample draws so many epochs after the state.
DrawnLater(s, epochs, randao) ==
    LET then == [s EXCEPT !.slot = @ + epochs * SlotsPerEpoch]
    IN Last(SetupEpoch(then, [name |-> "setupEpoch", caller |-> "stranger", randao |-> randao]).samples).members

\* VALIDATOR-5: a change of the set is not seen by a sample that is taken in the
\* epoch of the change or in the one after it. Whoever is added or removed, and
\* whatever number is drawn with, the committee is the same as without the change:
\* nobody who knows the number can choose the set for it.
ChangesAreNotSeenForAnEpoch ==
    [][Happened("addValidator") \/ Happened("removeValidator") =>
        \A epochs \in {0, 1}, randao \in Randaos :
            DrawnLater(State', epochs, randao) = DrawnLater(State, epochs, randao)]_vars

\* VALIDATOR-1, VALIDATOR-2, VALIDATOR-3, VALIDATOR-4.
OnlyTheAdministratorChangesTheSet ==
    [][LET before == Elements(validators.current)
           after == Elements(validators.current')
       IN validators' # validators =>
            /\ event'.caller = "admin"
            /\ event'.validator # "none"
            /\ \/ Happened("addValidator") /\ after = before \cup {event'.validator}
               \/ Happened("removeValidator") /\ after = before \ {event'.validator}]_vars
=============================================================================
