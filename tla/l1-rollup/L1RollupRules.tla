---------------------------- MODULE L1RollupRules ----------------------------
(***************************************************************************)
(* The rules of the L1 rollup contract as operators of a state value:      *)
(* which checks refuse an event, and the state after it.  There are no     *)
(* variables here, so that any state and any event can be asked about,     *)
(* reachable or not; L1Rollup makes an actor of them.                      *)
(*                                                                         *)
(* Every check has a value for every typed state and event, whatever the   *)
(* other checks say.                                                       *)
(*                                                                         *)
(* Left out: what a block holds (it is named by its content), signatures,  *)
(* hashes and proofs as bytes (events say who signed, whether the verifier *)
(* accepts, and whether what a challenge shows is what was posted), the    *)
(* start time of a slot in seconds (TIME-1: events name the slot that a    *)
(* timestamp belongs to), gas, and L1 reorganisations.                     *)
(*                                                                         *)
(* Clauses are in spec/clauses.  Nothing here is bounded: bounds live in   *)
(* MC modules.                                                             *)
(***************************************************************************)
EXTENDS L1RollupTypes, SwapOrNot, Kept

-----------------------------------------------------------------------------
\* Numbers.

Min(a, b) == IF a < b THEN a ELSE b
Max(a, b) == IF a < b THEN b ELSE a
Last(sequence) == sequence[Len(sequence)]
RECURSIVE SumOver(_, _)
SumOver(amounts, keys) ==
    IF keys = {} THEN 0
    ELSE LET key == CHOOSE k \in keys : TRUE
         IN amounts[key] + SumOver(amounts, keys \ {key})
Sum(amounts) == SumOver(amounts, DOMAIN amounts)

\* Time, TIME-2.
Epoch(slot)  == slot \div SlotsPerEpoch
Offset(slot) == slot % SlotsPerEpoch

\* TIME-4: genesis has come.
Started(s) == s.slot >= 0
\* The slot that the clock shows; what else there is to say of the time before
\* genesis is said of slot 0.
Clock(s) == IF Started(s) THEN s.slot ELSE 0
Now(s) == Epoch(Clock(s))
OffsetNow(s) == Offset(Clock(s))

-----------------------------------------------------------------------------
\* Committee and proposer.

\* EPOCH-5, EPOCH-6: the sample with the greatest epoch not later than now.
InForce(s) ==
    LET started == {i \in DOMAIN s.samples : s.samples[i].epoch <= Now(s)}
    IN s.samples[CHOOSE i \in started : \A j \in started : j <= i]

\* The set as it was before the first change in this epoch.
SetAtStart(s) ==
    IF s.validators.changedEpoch = Now(s) THEN s.validators.previous ELSE s.validators.current

\* VALIDATOR-5: the set as it was before the first change in the epoch before this
\* one or in this one.
Frozen(s) ==
    CASE s.validators.changedEpoch = Now(s)     -> s.validators.earlier
      [] s.validators.changedEpoch + 1 = Now(s) -> s.validators.previous
      [] OTHER                                  -> s.validators.current

\* The prevrandao value that a name stands for: the hash of the name.
SeedOf(randao, epoch) == Seed(epoch, Keccak256(Utf8(randao)))

\* EPOCH-3: the 1-based positions in a set of n that a committee takes. A model
\* may put a table of the computed ones in its place, here and below.
ComputedPositions(randao, epoch, n) ==
    [seat \in 1..Min(n, TargetCommitteeSize) |-> Shuffled(seat - 1, n, TargetCommitteeSize, SeedOf(randao, epoch)) + 1]
Positions(randao, epoch, n) == ComputedPositions(randao, epoch, n)

\* EPOCH-8: the 1-based seat, of k, that the sample of an epoch draws for a slot.
\* EPOCH-11: of validators it is told nothing but k, the size of the committee.
ComputedSeat(randao, epoch, k, slot) == DrawnSeat(Epoch(slot), slot, SeedOf(randao, epoch), k) + 1
Seat(randao, epoch, k, slot) == ComputedSeat(randao, epoch, k, slot)

\* EPOCH-3, EPOCH-4.
Committee(set, randao, epoch) ==
    IF Len(set) <= TargetCommitteeSize THEN set
    ELSE LET positions == Positions(randao, epoch, Len(set))
         IN [seat \in 1..TargetCommitteeSize |-> set[positions[seat]]]

Sample(set, randao, epoch) ==
    [epoch |-> epoch, randao |-> randao, members |-> Committee(set, randao, epoch)]

\* EPOCH-8: the proposer of the current slot among the given members.
Proposer(s, members) ==
    IF members = <<>> THEN "none"
    ELSE IF ProposerSelection = "offset" THEN members[(OffsetNow(s) % Len(members)) + 1]
    ELSE LET sample == InForce(s)
         IN members[Seat(sample.randao, sample.epoch, Len(members), Clock(s))]

\* PROPOSE-11.
Quorum(size) == (2 * size) \div 3 + 1

\* CHALLENGE-1.
SignaturesAreVerified == ChallengeSlots = 0

\* PROPOSE-10, CHALLENGE-6: what stands at a seat, counted from 1, is nothing or the
\* signature of its member; an empty seat is "none".
IsTrue(committee, attestations, seat) == attestations[seat] \in {"none", committee[seat]}

\* CHALLENGE-6: the seats of a posting whose attestations are false, counted from 0.
FalseSeats(posting) ==
    {seat \in 0..Len(posting.attestations) - 1 :
        ~IsTrue(posting.committee, posting.attestations, seat + 1)}

\* PROPOSE-11: those that are given.
Signatures(attestations) ==
    Cardinality({seat \in DOMAIN attestations : attestations[seat] # "none"})

-----------------------------------------------------------------------------
\* What time alone makes due, and the state after it.

\* PROOF-9: that of a block, so never one without blocks.  0 for an empty chain.
OldestUnprovenEpoch(blocks) == IF blocks = <<>> THEN 0 ELSE Epoch(blocks[1].slot)

PruneDue(s) ==
    /\ s.pending # <<>>
    /\ \/ /\ Now(s) = OldestUnprovenEpoch(s.pending) + 1  \* PRUNE-1
          /\ s.claim = NoClaim
          /\ OffsetNow(s) >= ClaimWindowSlots
       \/ Now(s) > OldestUnprovenEpoch(s.pending) + 1     \* PRUNE-2

SlashDue(s) == s.claim # NoClaim /\ Now(s) > s.claim.epochToProve + 1 \* PRUNE-3

\* FALLBACK-3: the first slot in which the epoch of the live claim can no longer
\* be proven; NoSlot without one.
ClaimDeadline(s) ==
    IF s.claim = NoClaim THEN NoSlot ELSE (s.claim.epochToProve + 2) * SlotsPerEpoch

\* What waits at an exit: what no proven block took from the queue.
ForcedWaits(s) == s.taken < Len(s.queue)

\* FALLBACK-1, FALLBACK-3, FALLBACK-6, FALLBACK-7: the next slot in which time
\* changes what is counted, if it is.
ChangeSlot(c, deadline) ==
    IF InSession(c) THEN Min(c.entered + FallbackExitSlots, c.advanced + FallbackExitActivitySlots)
    ELSE Max(c.countedFrom + FallbackEnterSlots, deadline)

\* FALLBACK-8: every entry and every exit up to now, from one to the next: what is
\* counted after them, the slot of the last, and how many entries there were.
\* FallbackTiming says it slot by slot (FallbackPassesSlotBySlot).
RECURSIVE Changes(_, _)
Changes(s, passed) ==
    LET c == passed.fallback
        slot == ChangeSlot(c, ClaimDeadline(s))
        changed(next) == [fallback |-> next,
                          since    |-> slot,
                          entries  |-> passed.entries + (IF InSession(next) THEN 1 ELSE 0)]
    IN IF IsIdle(c) \/ slot > s.slot THEN passed
       \* Of one: TLC would evaluate an argument again wherever it is named when the
       \* state is the next one.
       ELSE CHOOSE last \in {Changes(s, next) :
                next \in {changed(SlotPassed(c, slot, ClaimDeadline(s), ForcedWaits(s)))}} : TRUE
ChangesNow(s) == Changes(s, [fallback |-> s.fallback, since |-> NoSlot, entries |-> 0])
FallbackNow(s) == ChangesNow(s).fallback

\* Whether a session was entered since: outside of one, the first change is an
\* entry, and an entry is never undone without a trace.
EnteredSince(s) == ~InSession(s.fallback) /\ FallbackNow(s) # s.fallback

\* PRUNE-1, PRUNE-2, FALLBACK-4.
DropDue(s) == PruneDue(s) \/ (s.pending # <<>> /\ EnteredSince(s))

\* CHALLENGE-2: a posting lasts as long as its block is pending.
Dropped(s) == IF DropDue(s) THEN [s EXCEPT !.pending = <<>>, !.posted = <<>>] ELSE s

SlashedClaim(s) ==
    LET prover == s.claim.proverAddress
        account == At(s.accounts, prover, NoAccount)
    IN [s EXCEPT
        !.claim = NoClaim,
        !.accounts = With(@, prover, [account EXCEPT !.staked = @ - s.claim.bondAmount]),
        !.slashed = @ + s.claim.bondAmount]

Settling(s) ==
    LET dropped == [Dropped(s) EXCEPT !.fallback = FallbackNow(s)]
    IN IF SlashDue(s) THEN SlashedClaim(dropped) ELSE dropped
Effective(s) == Kept(Settling, s)

\* The pending tip; the proven one when nothing is pending.
Tip(s) == IF s.pending = <<>> THEN s.proven ELSE Last(s.pending)

\* How many of the blocks belong to the oldest unproven epoch.
EpochLength(blocks) ==
    Cardinality({i \in DOMAIN blocks : Epoch(blocks[i].slot) = OldestUnprovenEpoch(blocks)})

\* The last block of the oldest unproven epoch; the proven tip when there is none.
EpochEnd(s) == IF s.pending = <<>> THEN s.proven ELSE s.pending[EpochLength(s.pending)]

\* The queue: how many entries the chain of an effective state has taken (QUEUE-8),
\* and whether the entry after so many is one, and due in the current epoch of L1.
RECURSIVE ForcedIn(_)
ForcedIn(blocks) == IF blocks = <<>> THEN 0 ELSE blocks[1].forced + ForcedIn(Tail(blocks))
Gone(s) == s.taken + ForcedIn(s.pending)
DueAfter(s, count) == count < Len(s.queue) /\ s.queue[count + 1].includedByEpoch <= Now(s)

\* Whether anything waits that is not proven, FALLBACK-2.
Waiting(s) == s.pending # <<>> \/ ForcedWaits(s)

\* The set of the names of the checks that fail: each check is one line.
Require(check, refusal) == IF check THEN {} ELSE {refusal}

-----------------------------------------------------------------------------
\* TIME-3.

AdvanceSlotRefusals(s, e) == {}

AdvanceSlot(s, e) == [s EXCEPT !.slot = @ + 1]

-----------------------------------------------------------------------------
\* What a block takes from the queue, `eff` being the effective state: QUEUE-4 to
\* QUEUE-7.

HasOthers(e) == e.content # "none"

ForcedAreThere(eff, e) == Gone(eff) + e.forced <= Len(eff.queue)
DueAreTaken(eff, e) == HasOthers(e) => ~DueAfter(eff, Gone(eff) + e.forced)
MinimumIsTaken(eff, e) == e.forced < ForcedMinimum => ~DueAfter(eff, Gone(eff) + e.forced)

-----------------------------------------------------------------------------
\* propose: caller, committee, slot, timestampSlot, parent, content, blobs,
\* forced, forcedHash, attestations.

ProposeRefusals(s, e) ==
    LET eff == Effective(s)
        members == InForce(s).members
        tip == Tip(eff)
    IN UNION {
    Require(Started(s),                                          "NotStarted"),          \* TIME-4
    Require(~InSession(eff.fallback),                            "FallbackActive"),      \* FALLBACK-5
    Require(members # <<>>,                                      "CommitteeEmpty"),      \* PROPOSE-1
    Require(e.committee = members,                               "CommitteeMismatch"),   \* PROPOSE-2
    Require(e.slot = Clock(s),                                   "SlotNotCurrent"),      \* PROPOSE-3
    Require(e.timestampSlot = e.slot,                            "TimestampMismatch"),   \* PROPOSE-4
    Require(e.parent = tip,                                      "ParentNotTip"),        \* PROPOSE-5
    Require(e.slot > tip.slot,                                   "SlotTaken"),           \* PROPOSE-6
    Require(e.caller = Proposer(s, e.committee) /\ e.caller # "none", "CallerNotProposer"), \* PROPOSE-7
    Require(e.blobs # "missing",                                 "BlobsMissing"),        \* PROPOSE-8
    Require(e.blobs \notin {"fewer", "more", "other"},           "BlobHashesMismatch"),  \* PROPOSE-9
    Require(ForcedAreThere(eff, e),                              "ForcedBeyondQueue"),   \* QUEUE-4
    Require(e.forcedHash = "match",                              "ForcedHashMismatch"),  \* QUEUE-5
    Require(DueAreTaken(eff, e),                                 "ForcedTransactionsDue"), \* QUEUE-6
    Require(MinimumIsTaken(eff, e),                              "ForcedBelowMinimum"),  \* QUEUE-7
    Require(SignaturesAreVerified => \A seat \in DOMAIN e.attestations : IsTrue(e.committee, e.attestations, seat), "AttestationInvalid"), \* PROPOSE-10, CHALLENGE-1
    Require(Signatures(e.attestations) >= Quorum(Len(e.committee)), "QuorumNotReached") }   \* PROPOSE-11

ProposedBlock(e) == [
    slot        |-> e.slot,
    content     |-> e.content,
    beneficiary |-> IF RewardRemainder = "blockProposers" THEN e.caller ELSE "none",
    forced      |-> e.forced ]

Posting(e) == [committee |-> e.committee, attestations |-> e.attestations]

Propose(s, e) == [Effective(s) EXCEPT                            \* PRUNE-4, PROPOSE-12
    !.pending = Append(@, ProposedBlock(e)),
    !.posted = IF SignaturesAreVerified THEN @ ELSE Append(@, Posting(e)), \* CHALLENGE-2
    !.fallback = Waits(@, s.slot)]                               \* FALLBACK-2

-----------------------------------------------------------------------------
\* challenge: caller, slot, seat, preimage.

\* Which of the blocks is that of the slot: one index or none.
OfSlot(blocks, slot) == {i \in DOMAIN blocks : blocks[i].slot = slot}

\* CHALLENGE-11: whoever calls.
ChallengeRefusals(s, e) ==
    LET eff == Effective(s)
        challenged == OfSlot(eff.pending, e.slot)
    IN UNION {
    Require(Started(s),                                          "NotStarted"),          \* TIME-4
    Require(~SignaturesAreVerified /\ challenged # {},           "NothingToChallenge"),  \* CHALLENGE-3
    Require(e.preimage = "match",                                "PostingMismatch"),     \* CHALLENGE-4
    Require(Clock(s) <= e.slot + ChallengeSlots,                 "ChallengeTooLate"),    \* CHALLENGE-5
    Require(\E i \in challenged \cap DOMAIN eff.posted : e.seat \in FalseSeats(eff.posted[i]), "ChallengeUnfounded") } \* CHALLENGE-6

Unstaked(account, bond) == [account EXCEPT !.staked = @ - bond, !.available = @ + bond]

\* CHALLENGE-13: what the claim put off is not due before the next slot.
EntryIsToCome(c, slot) ==
    IF IsCounted(c) THEN CountedFrom(Max(c.countedFrom, slot + 1 - FallbackEnterSlots)) ELSE c

\* CHALLENGE-8: the claim ends, and its bond returns.
ReturnedClaim(s) ==
    LET prover == s.claim.proverAddress
        account == At(s.accounts, prover, NoAccount)
    IN [s EXCEPT
        !.claim = NoClaim,
        !.accounts = With(@, prover, Unstaked(account, s.claim.bondAmount)),
        !.fallback = EntryIsToCome(@, s.slot)]

\* CHALLENGE-7: how many blocks of an effective state a challenge leaves, and that
\* they are the only ones.
LeftBy(eff, e) == Cardinality({i \in DOMAIN eff.pending : eff.pending[i].slot < e.slot})
Cut(eff, e) == [eff EXCEPT
    !.pending = SubSeq(@, 1, LeftBy(eff, e)),
    !.posted = SubSeq(@, 1, LeftBy(eff, e))]

\* CHALLENGE-8, of an effective state.
ClaimEndsBy(eff, e) == eff.claim # NoClaim /\ LeftBy(eff, e) = 0

Challenge(s, e) ==
    LET eff == Effective(s)                                      \* PRUNE-4
        cut == Cut(eff, e)
    IN IF ClaimEndsBy(eff, e) THEN ReturnedClaim(cut) ELSE cut

-----------------------------------------------------------------------------
\* claimEpochProofRight: caller, committee, quote [proverAddress,
\* epochToProve, validUntilSlot, bondAmount, basisPointFee, signer].

ClaimEpochProofRightRefusals(s, e) ==
    LET eff == Effective(s)
        members == InForce(s).members
        account == At(eff.accounts, e.quote.proverAddress, NoAccount)
    IN UNION {
    Require(Started(s),                                          "NotStarted"),          \* TIME-4
    Require(~InSession(eff.fallback),                            "FallbackActive"),      \* FALLBACK-5
    Require(OffsetNow(s) < ClaimWindowSlots,                     "ClaimWindowClosed"),   \* CLAIM-1
    Require(eff.pending # <<>> /\ OldestUnprovenEpoch(eff.pending) < Now(s), "NothingToClaim"), \* CLAIM-2
    Require(e.quote.epochToProve = Now(s) - 1,                   "QuoteForOtherEpoch"),  \* CLAIM-3
    Require(eff.claim = NoClaim,                                 "ClaimAlreadyMade"),    \* CLAIM-4
    Require(members # <<>>,                                      "CommitteeEmpty"),      \* PROPOSE-1
    Require(e.committee = members,                               "CommitteeMismatch"),   \* PROPOSE-2
    Require(e.caller = Proposer(s, e.committee) /\ e.caller # "none", "CallerNotProposer"), \* PROPOSE-7
    Require(Clock(s) <= e.quote.validUntilSlot,                  "QuoteExpired"),        \* CLAIM-5
    Require(e.quote.bondAmount >= MinimumBondWei,                "BondBelowMinimum"),    \* CLAIM-6
    Require(e.quote.basisPointFee <= MaximumBasisPoints,         "FeeAboveMaximum"),     \* CLAIM-7
    Require(account.available + account.withdrawing >= e.quote.bondAmount, "EscrowInsufficient"), \* CLAIM-8
    Require(e.quote.signer = e.quote.proverAddress /\ e.quote.signer # "none", "QuoteSignatureInvalid") } \* CLAIM-9

\* CLAIM-10: the bond comes from what is available first.  ESCROW-8: a
\* withdrawal of which nothing is left is over.
Stake(account, bond) ==
    LET fromAvailable == Min(account.available, bond)
        withdrawing == account.withdrawing - (bond - fromAvailable)
    IN [available   |-> account.available - fromAvailable,
        withdrawing |-> withdrawing,
        unlockSlot  |-> IF withdrawing = 0 THEN 0 ELSE account.unlockSlot,
        staked      |-> account.staked + bond]

ClaimEpochProofRight(s, e) ==
    LET eff == Effective(s)                                      \* PRUNE-4
        prover == e.quote.proverAddress
        account == At(eff.accounts, prover, NoAccount)
    IN [eff EXCEPT
        !.claim = [epochToProve  |-> e.quote.epochToProve,       \* CLAIM-10
                   proverAddress |-> prover,
                   bondAmount    |-> e.quote.bondAmount,
                   basisPointFee |-> e.quote.basisPointFee,
                   claimant      |-> e.caller],
        !.accounts = With(@, prover, Stake(account, e.quote.bondAmount))]

-----------------------------------------------------------------------------
\* submitEpochProof: caller, from, to, valid.

SubmitEpochProofRefusals(s, e) ==
    LET eff == Effective(s)
        blocks == eff.pending
    IN UNION {
    Require(Started(s),                                          "NotStarted"),          \* TIME-4
    Require(blocks # <<>>,                                       "NothingToProve"),      \* PROOF-1
    Require(blocks # <<>> => OldestUnprovenEpoch(blocks) # Now(s), "EpochNotEnded"),     \* PROOF-2
    Require(blocks # <<>> /\ ~SignaturesAreVerified => Clock(s) > EpochEnd(eff).slot + ChallengeSlots, "ChallengeOpen"), \* CHALLENGE-9
    Require(e.from = s.proven,                                   "ProofStartMismatch"),  \* PROOF-3
    Require(e.to = EpochEnd(eff),                                "ProofEndMismatch"),    \* PROOF-4
    Require(e.valid,                                             "ProofInvalid"),        \* PROOF-5
    Require(ProofSubmission = "claimedProver" /\ eff.claim # NoClaim => e.caller = eff.claim.proverAddress, "CallerNotProver") } \* PROOF-10

\* What the rollup holds beyond the credits that it owes.
Pool(s) == At(s.tokens, "rollup", 0) - Sum(s.credits)

\* REWARD-6: what a proof distributes if the pool has as much.
FullReward(s) == IF RewardBasis = "block" THEN EpochRewardWei * EpochLength(s.pending) ELSE EpochRewardWei

\* REWARD-1, REWARD-2: what a proof distributes, and the prover's part of it.
Reward(s) == Min(FullReward(s), Pool(s))
Fee(s) == (Reward(s) * s.claim.basisPointFee) \div MaximumBasisPoints

\* REWARD-3, REWARD-4: the credits after a proof of the epoch that the pending
\* chain of the effective state s starts with.
RewardedCredits(s) ==
    LET fee       == Fee(s)
        remainder == Reward(s) - fee
        proved    == SubSeq(s.pending, 1, EpochLength(s.pending))
        part      == remainder \div Len(proved)
        blocksOf(h) == Cardinality({i \in DOMAIN proved : proved[i].beneficiary = h})
    IN [h \in DOMAIN s.credits \cup ({s.claim.proverAddress, s.claim.claimant} \ {"none"}) |->
        At(s.credits, h, 0)
        + (IF h = s.claim.proverAddress THEN fee ELSE 0)
        + (IF RewardRemainder = "claimant"
           THEN IF h = s.claim.claimant THEN remainder ELSE 0
           ELSE part * blocksOf(h))]

SubmitEpochProof(s, e) ==
    LET eff == Effective(s)                                               \* PRUNE-4
        length == EpochLength(eff.pending)
        left == SubSeq(eff.pending, length + 1, Len(eff.pending))
        gone == eff.taken + ForcedIn(SubSeq(eff.pending, 1, length))
        prover == eff.claim.proverAddress
        account == At(eff.accounts, prover, NoAccount)
        credits ==                                                        \* REWARD-4
            IF eff.claim = NoClaim /\ RewardRemainder = "claimant" THEN eff.credits
            ELSE RewardedCredits(eff)
        accounts ==
            IF eff.claim = NoClaim THEN eff.accounts                      \* PROOF-8
            ELSE With(eff.accounts, prover, Unstaked(account, eff.claim.bondAmount))
    IN [eff EXCEPT
        !.proven = eff.pending[length],                                   \* PROOF-6
        !.pending = left,
        !.posted = SubSeq(@, length + 1, Len(@)),                         \* CHALLENGE-2
        !.claim = NoClaim,                                                \* PROOF-7
        !.accounts = accounts,
        !.credits = credits,
        !.taken = gone,                                                   \* QUEUE-8
        !.fallback = Advances(@, s.slot, left # <<>> \/ gone < Len(s.queue))] \* FALLBACK-2

-----------------------------------------------------------------------------
\* proposeWithProof: caller, slot, timestampSlot, parent, content, blobs, forced,
\* forcedHash, valid.  FALLBACK-10: whoever calls, and whatever the committee is.

ProposeWithProofRefusals(s, e) ==
    LET eff == Effective(s) IN UNION {
    Require(Started(s),                                          "NotStarted"),          \* TIME-4
    Require(InSession(eff.fallback),                             "FallbackNotActive"),   \* FALLBACK-9
    Require(e.slot <= Clock(s),                                  "SlotInFuture"),        \* FALLBACK-12
    Require(e.timestampSlot = e.slot,                            "TimestampMismatch"),   \* PROPOSE-4
    Require(e.parent = eff.proven,                               "ParentNotTip"),        \* FALLBACK-11
    Require(e.slot > eff.proven.slot,                            "SlotTaken"),           \* PROPOSE-6
    Require(e.blobs # "missing",                                 "BlobsMissing"),        \* PROPOSE-8
    Require(e.blobs \notin {"fewer", "more", "other"},           "BlobHashesMismatch"),  \* PROPOSE-9
    Require(ForcedAreThere(eff, e),                              "ForcedBeyondQueue"),   \* QUEUE-4
    Require(e.forcedHash = "match",                              "ForcedHashMismatch"),  \* QUEUE-5
    Require(DueAreTaken(eff, e),                                 "ForcedTransactionsDue"), \* QUEUE-6
    Require(MinimumIsTaken(eff, e),                              "ForcedBelowMinimum"),  \* QUEUE-7
    Require(e.valid,                                             "ProofInvalid") }       \* FALLBACK-13

FallbackBlock(e) ==
    [slot |-> e.slot, content |-> e.content, beneficiary |-> "none", forced |-> e.forced]

\* FALLBACK-15, of an effective state.
FallbackReward(s) == Min(FallbackRewardWei, Pool(s))
Credited(credits, receiver, amount) ==
    IF amount = 0 THEN credits ELSE With(credits, receiver, At(credits, receiver, 0) + amount)

ProposeWithProof(s, e) ==
    LET eff == Effective(s)                                      \* PRUNE-4
        gone == eff.taken + e.forced
    IN [eff EXCEPT
        !.proven = FallbackBlock(e),                             \* FALLBACK-14
        !.taken = gone,
        !.credits = Credited(@, e.caller, FallbackReward(eff)),
        !.fallback = Advances(@, s.slot, gone < Len(s.queue))]   \* FALLBACK-7

-----------------------------------------------------------------------------
\* forceInclusion: caller, transaction, data, valid.

ForceInclusionRefusals(s, e) == UNION {
    Require(Started(s),                                          "NotStarted"),          \* TIME-4
    Require(e.data = "fits",                                     "ForcedDataUnfit"),     \* QUEUE-1
    Require(e.valid,                                             "ForcedProofInvalid") } \* QUEUE-2

\* QUEUE-3.
IncludedByEpoch(s) == Now(s) + ForcedDelayEpochs

ForceInclusion(s, e) == [Effective(s) EXCEPT                     \* PRUNE-4
    !.queue = Append(@, [transaction |-> e.transaction, includedByEpoch |-> IncludedByEpoch(s)]),
    !.fallback = Waits(@, s.slot)]                               \* FALLBACK-2

-----------------------------------------------------------------------------
\* prune: caller.

PruneRefusals(s, e) == UNION {
    Require(Started(s),                                          "NotStarted"),          \* TIME-4
    Require(DropDue(s),                                          "NothingToPrune") }     \* PRUNE-5

Prune(s, e) == Effective(s)                                      \* PRUNE-4

-----------------------------------------------------------------------------
\* setupEpoch: caller, randao.

SampledEpoch(s) == Now(s) + SeedLookaheadEpochs                  \* EPOCH-2

\* FALLBACK-16: also in fallback.
SetupEpochRefusals(s, e) == UNION {
    Require(Started(s),                                          "NotStarted"),          \* TIME-4
    Require(\A i \in DOMAIN s.samples : s.samples[i].epoch # SampledEpoch(s), "EpochAlreadySampled") } \* EPOCH-1

SetupEpoch(s, e) ==
    LET recent(sample) == sample.epoch >= InForce(s).epoch
    IN [s EXCEPT !.samples = Append(SelectSeq(@, recent), Sample(Frozen(s), e.randao, SampledEpoch(s)))]

-----------------------------------------------------------------------------
\* addValidator, removeValidator: caller, validator.

Registered(s, validator) ==
    \E i \in DOMAIN s.validators.current : s.validators.current[i] = validator

\* VALIDATOR-5: the first change of an epoch keeps the set as it was before, and
\* as it was an epoch earlier.
Changed(s, set) == [
    current      |-> set,
    previous     |-> SetAtStart(s),
    earlier      |-> Frozen(s),
    changedEpoch |-> Now(s) ]

AddValidatorRefusals(s, e) == UNION {
    Require(Started(s),                                          "NotStarted"),          \* TIME-4
    Require(e.caller = "admin",                                  "CallerNotAdministrator"),  \* VALIDATOR-1
    Require(e.validator # "none",                                "ValidatorZero"),           \* VALIDATOR-2
    Require(~Registered(s, e.validator),                         "ValidatorAlreadyRegistered") } \* VALIDATOR-3

AddValidator(s, e) ==
    [s EXCEPT !.validators = Changed(s, Append(s.validators.current, e.validator))] \* VALIDATOR-3

RemoveValidatorRefusals(s, e) == UNION {
    Require(Started(s),                                          "NotStarted"),          \* TIME-4
    Require(e.caller = "admin",                                  "CallerNotAdministrator"),  \* VALIDATOR-1
    Require(Registered(s, e.validator),                          "ValidatorNotRegistered") } \* VALIDATOR-4

\* The last entry moves into the place of the removed one.
Without(set, validator) ==
    [i \in 1..Len(set) - 1 |-> IF set[i] = validator THEN Last(set) ELSE set[i]]

RemoveValidator(s, e) ==
    [s EXCEPT !.validators = Changed(s, Without(s.validators.current, e.validator))] \* VALIDATOR-4

-----------------------------------------------------------------------------
\* deposit: caller, amount.

Held(account) == account.available + account.withdrawing + account.staked

\* The token moves from one holder to another.
Paid(tokens, from, to, amount) ==
    LET left == With(tokens, from, At(tokens, from, 0) - amount)
    IN With(left, to, At(left, to, 0) + amount)

DepositRefusals(s, e) ==
    LET account == At(Effective(s).accounts, e.caller, NoAccount) IN UNION {
    Require(e.amount > 0,                                        "AmountZero"),               \* ESCROW-1
    Require(At(s.tokens, e.caller, 0) >= e.amount,               "TokenBalanceInsufficient"), \* ESCROW-2
    Require(Held(account) + e.amount <= EscrowCapWei,            "EscrowCapExceeded") }       \* ESCROW-3

Deposit(s, e) ==
    LET eff == Effective(s)                                      \* PRUNE-4
        account == At(eff.accounts, e.caller, NoAccount)
    IN [eff EXCEPT
        !.tokens = Paid(@, e.caller, "escrow", e.amount),                 \* ESCROW-4
        !.accounts = With(@, e.caller, [account EXCEPT !.available = @ + e.amount])]

-----------------------------------------------------------------------------
\* startWithdrawal: caller, amount; executeWithdrawal: caller, receiver.

UnlockSlot(s) == Clock(s) + WithdrawalDelaySlots

StartWithdrawalRefusals(s, e) ==
    LET account == At(s.accounts, e.caller, NoAccount) IN UNION {
    Require(Started(s),                                          "NotStarted"),          \* TIME-4
    Require(e.amount > 0,                                        "AmountZero"),               \* ESCROW-1
    Require(account.available >= e.amount,                       "AvailableInsufficient"),    \* ESCROW-5
    Require(account.withdrawing = 0,                             "WithdrawalPending") }       \* ESCROW-6

StartWithdrawal(s, e) ==
    LET account == At(s.accounts, e.caller, NoAccount)
    IN [s EXCEPT !.accounts = With(@, e.caller, [account EXCEPT           \* ESCROW-12
        !.available = @ - e.amount,
        !.withdrawing = e.amount,
        !.unlockSlot = UnlockSlot(s)])]

\* ESCROW-14.
CanReceive(receiver) == receiver \notin {"none", "escrow"}

ExecuteWithdrawalRefusals(s, e) ==
    LET account == At(s.accounts, e.caller, NoAccount) IN UNION {
    Require(Started(s),                                          "NotStarted"),          \* TIME-4
    Require(Clock(s) >= account.unlockSlot,                      "WithdrawalLocked"),         \* ESCROW-7
    Require(account.withdrawing > 0,                             "NoWithdrawal"),             \* ESCROW-8
    Require(CanReceive(e.receiver),                              "ReceiverInvalid") }         \* ESCROW-14

ExecuteWithdrawal(s, e) ==
    LET account == At(s.accounts, e.caller, NoAccount)
    IN [s EXCEPT
        !.tokens = Paid(@, "escrow", e.receiver, account.withdrawing),    \* ESCROW-8
        !.accounts = With(@, e.caller, [account EXCEPT !.withdrawing = 0, !.unlockSlot = 0])]

\* VIEW-4, of an account: the slot after the last one through which it covers the
\* bond whatever its prover does, 0 if there is none. What is unlocked may be gone.
CoveredNextSlot(s, account, bond) ==
    IF account.available >= bond THEN Max(Clock(s), account.unlockSlot) + WithdrawalDelaySlots
    ELSE IF account.available + account.withdrawing >= bond /\ account.unlockSlot > Clock(s)
         THEN account.unlockSlot
         ELSE 0

-----------------------------------------------------------------------------
\* collectSlashed: caller.

CollectSlashedRefusals(s, e) == UNION {
    Require(Effective(s).slashed > 0,                            "NothingSlashed") }          \* ESCROW-9

CollectSlashed(s, e) ==
    LET eff == Effective(s)                                      \* PRUNE-4
    IN [eff EXCEPT !.tokens = Paid(@, "escrow", "sink", eff.slashed), !.slashed = 0] \* ESCROW-9

-----------------------------------------------------------------------------
\* collectReward: caller.

CollectRewardRefusals(s, e) == UNION {
    Require(At(s.credits, e.caller, 0) > 0,                      "NothingToCollect") }        \* REWARD-5

CollectReward(s, e) ==
    [s EXCEPT
        !.tokens = Paid(@, "rollup", e.caller, At(s.credits, e.caller, 0)), \* REWARD-5
        !.credits = With(@, e.caller, 0)]

-----------------------------------------------------------------------------
\* An event by its name: its refusals, and the state after it, which means
\* something only where nothing refuses it.

Refusals(s, e) ==
    CASE e.name = "advanceSlot"          -> AdvanceSlotRefusals(s, e)
      [] e.name = "propose"              -> ProposeRefusals(s, e)
      [] e.name = "challenge"            -> ChallengeRefusals(s, e)
      [] e.name = "claimEpochProofRight" -> ClaimEpochProofRightRefusals(s, e)
      [] e.name = "submitEpochProof"     -> SubmitEpochProofRefusals(s, e)
      [] e.name = "proposeWithProof"     -> ProposeWithProofRefusals(s, e)
      [] e.name = "forceInclusion"       -> ForceInclusionRefusals(s, e)
      [] e.name = "prune"                -> PruneRefusals(s, e)
      [] e.name = "setupEpoch"           -> SetupEpochRefusals(s, e)
      [] e.name = "addValidator"         -> AddValidatorRefusals(s, e)
      [] e.name = "removeValidator"      -> RemoveValidatorRefusals(s, e)
      [] e.name = "deposit"              -> DepositRefusals(s, e)
      [] e.name = "startWithdrawal"      -> StartWithdrawalRefusals(s, e)
      [] e.name = "executeWithdrawal"    -> ExecuteWithdrawalRefusals(s, e)
      [] e.name = "collectSlashed"       -> CollectSlashedRefusals(s, e)
      [] e.name = "collectReward"        -> CollectRewardRefusals(s, e)

After(s, e) ==
    CASE e.name = "advanceSlot"          -> AdvanceSlot(s, e)
      [] e.name = "propose"              -> Propose(s, e)
      [] e.name = "challenge"            -> Challenge(s, e)
      [] e.name = "claimEpochProofRight" -> ClaimEpochProofRight(s, e)
      [] e.name = "submitEpochProof"     -> SubmitEpochProof(s, e)
      [] e.name = "proposeWithProof"     -> ProposeWithProof(s, e)
      [] e.name = "forceInclusion"       -> ForceInclusion(s, e)
      [] e.name = "prune"                -> Prune(s, e)
      [] e.name = "setupEpoch"           -> SetupEpoch(s, e)
      [] e.name = "addValidator"         -> AddValidator(s, e)
      [] e.name = "removeValidator"      -> RemoveValidator(s, e)
      [] e.name = "deposit"              -> Deposit(s, e)
      [] e.name = "startWithdrawal"      -> StartWithdrawal(s, e)
      [] e.name = "executeWithdrawal"    -> ExecuteWithdrawal(s, e)
      [] e.name = "collectSlashed"       -> CollectSlashed(s, e)
      [] e.name = "collectReward"        -> CollectReward(s, e)

-----------------------------------------------------------------------------
\* Coherent states: those about which two right readings of the clauses cannot
\* differ. Every reachable state is one (StatesAreCoherent), not every one is
\* reachable.

Distinct(sequence) ==
    Cardinality({sequence[i] : i \in DOMAIN sequence}) = Len(sequence)

Coherent(s) ==
    LET chain == <<s.proven>> \o s.pending
        oldest == OldestUnprovenEpoch(s.pending)
    IN
    \* Blocks ascend, none is of the future, and the pending ones span at most
    \* two epochs: a third would have found the first dropped.
    /\ \A i \in 1..Len(chain) - 1 : chain[i].slot < chain[i + 1].slot
    /\ Last(chain).slot <= s.slot
    /\ \A i \in DOMAIN s.pending : Epoch(s.pending[i].slot) \in {oldest, oldest + 1}
    \* A claim is for the oldest unproven epoch, made after it; what is at stake
    \* is its bond.
    /\ s.claim # NoClaim =>
        /\ s.pending # <<>>
        /\ s.claim.epochToProve = oldest
        /\ oldest < Now(s)
    /\ \A p \in DOMAIN s.accounts :
        s.accounts[p].staked = IF p = s.claim.proverAddress THEN s.claim.bondAmount ELSE 0
    \* Amounts are within the cap and covered by tokens.
    /\ \A p \in DOMAIN s.accounts :
        s.accounts[p].available + s.accounts[p].withdrawing + s.accounts[p].staked <= EscrowCapWei
    /\ s.tokens["escrow"] >= s.slashed + Sum([p \in DOMAIN s.accounts |->
        s.accounts[p].available + s.accounts[p].withdrawing + s.accounts[p].staked])
    /\ s.tokens["rollup"] >= Sum(s.credits)
    \* Samples begin with one that is in force or was; sets name nobody twice.
    /\ s.samples[1].epoch <= Now(s)
    /\ \A i \in DOMAIN s.samples :
        /\ Distinct(s.samples[i].members)
        /\ Len(s.samples[i].members) <= TargetCommitteeSize
        /\ s.samples[i].epoch <= Now(s) + SeedLookaheadEpochs
    \* What the chain took was there; dates do not fall and are not later than an
    \* entry of now would have.
    /\ Gone(s) <= Len(s.queue)
    /\ \A i \in DOMAIN s.queue :
        /\ s.queue[i].includedByEpoch <= Now(s) + ForcedDelayEpochs
        /\ i > 1 => s.queue[i - 1].includedByEpoch <= s.queue[i].includedByEpoch
    \* Every pending block has its posting, where there are postings; a committee
    \* is a set of somebody, and a quorum was given.
    /\ Len(s.posted) = IF SignaturesAreVerified THEN 0 ELSE Len(s.pending)
    /\ \A i \in DOMAIN s.posted :
        /\ s.posted[i].committee # <<>>
        /\ Distinct(s.posted[i].committee)
        /\ Signatures(s.posted[i].attestations) >= Quorum(Len(s.posted[i].committee))
    \* Counted is what waits, and while nothing does, nothing is but what waited
    \* before a prune; in a session nobody proposed and claimed.
    /\ FallbackEnterSlots > 0 /\ ~InSession(s.fallback) /\ Waiting(s) => IsCounted(s.fallback)
    /\ InSession(s.fallback) => s.pending = <<>> /\ s.claim = NoClaim
    /\ Distinct(s.validators.current)
    /\ Distinct(s.validators.previous)
    /\ Distinct(s.validators.earlier)
    /\ s.validators.changedEpoch <= Now(s)
    \* No epoch is before epoch 0, so no change was.
    /\ s.validators.changedEpoch = 0 => s.validators.earlier = s.validators.previous

-----------------------------------------------------------------------------
\* The state after deployment.
Initial == [
    slot       |-> FirstSlot,
    proven     |-> Genesis,
    pending    |-> <<>>,
    claim      |-> NoClaim,
    accounts   |-> [p \in Provers |-> [NoAccount EXCEPT !.available = InitialDeposits[p]]],
    slashed    |-> 0,
    tokens     |-> [InitialTokens EXCEPT !["escrow"] = @ + Sum(InitialDeposits)],
    credits    |-> [h \in Provers \cup Validators |-> 0],
    validators |-> [current      |-> InitialValidators,
                    previous     |-> InitialValidators,
                    earlier      |-> InitialValidators,
                    changedEpoch |-> 0],
    samples    |-> <<Sample(InitialValidators, ConstructorRandao, 0)>>,   \* EPOCH-7
    queue      |-> <<>>,
    taken      |-> 0,
    posted     |-> <<>>,
    fallback   |-> Idle ]
=============================================================================
