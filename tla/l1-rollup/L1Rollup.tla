------------------------------ MODULE L1Rollup ------------------------------
(***************************************************************************)
(* The L1 rollup contract: slots and epochs, the committee and the         *)
(* proposer of a slot, the pending and the proven chain, the claim to      *)
(* prove an epoch, the escrow of bonds, rewards, validators.  One action   *)
(* is one L1 transaction, or the passing of one slot.                      *)
(*                                                                         *)
(* Left out: what a block holds (it is named by its content), signatures,  *)
(* hashes and proofs as bytes (events say who signed and whether the       *)
(* verifier accepts), the start time of a slot in seconds (TIME-1: events  *)
(* name the slot that a timestamp belongs to), gas, L1 reorganisations,    *)
(* based fallback and forced inclusion.  The hash behind shuffle and draw  *)
(* is a pair of tables.                                                    *)
(*                                                                         *)
(* Clauses are in spec/clauses, shapes of state and events in              *)
(* spec/actors/l1-rollup.md.  Nothing here is bounded: bounds live in MC modules.  *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

-----------------------------------------------------------------------------
\* Constants: parameters of the protocol, in the order of spec/parameters.ts.

CONSTANTS
    SlotsPerEpoch,         \* count of slots, TIME-2
    ClaimWindowSlots,      \* count of slots: C, CLAIM-1
    TargetCommitteeSize,   \* count of validators, EPOCH-3
    SeedLookaheadEpochs,   \* count of epochs, EPOCH-2: 1 or 2
    ProposerSelection,     \* EPOCH-8: "hash" or "offset"
    RewardRemainder,       \* REWARD-3: "claimant" or "blockProposers"
    WithdrawalDelaySlots,  \* count of slots, ESCROW-12
    MinimumBondWei,        \* wei, CLAIM-6
    EscrowCapWei,          \* wei, ESCROW-3
    EpochRewardWei         \* wei, REWARD-1

\* Constants: who and what there is.
CONSTANTS
    Provers,               \* set of addresses
    Validators,            \* set of addresses that may ever be registered
    Randaos,               \* set of names of prevrandao values
    ConstructorRandao,     \* the one that the constructor sees, EPOCH-7
    InitialValidators,     \* sequence of addresses
    InitialTokens,         \* holder -> wei, the escrow's without the deposits
    InitialDeposits,       \* prover -> wei, available at the start
    \* The hash, EPOCH-3: ShuffleTable[randao][epoch][n] is the sequence of
    \* the 1-based positions in a set of n that the committee sampled for
    \* `epoch` takes.
    ShuffleTable,
    \* The hash, EPOCH-8: DrawTable[randao][epoch][k][slot + 1] is the 1-based
    \* seat, of k, that the sample of `epoch` draws for `slot`.
    DrawTable

Wei == Nat
ASSUME ParametersAreCounts ==
    /\ {SlotsPerEpoch, ClaimWindowSlots, TargetCommitteeSize} \subseteq Nat \ {0}
    /\ WithdrawalDelaySlots \in Nat \ {0}
    /\ {MinimumBondWei, EscrowCapWei, EpochRewardWei} \subseteq Wei
ASSUME ReadingsAreKnown ==
    /\ SeedLookaheadEpochs \in {1, 2}
    /\ ProposerSelection \in {"hash", "offset"}
    /\ RewardRemainder \in {"claimant", "blockProposers"}
\* A prover needs time after the claim window.
ASSUME ClaimWindowIsPartOfEpoch == ClaimWindowSlots < SlotsPerEpoch
\* Or a quote is not guaranteed, ESCROW-11.
DelayCoversQuotes == WithdrawalDelaySlots >= SlotsPerEpoch + ClaimWindowSlots
ASSUME DelayCoversQuotes
\* Or no bond can be posted. (That the cap fits into 128 bits is beyond the
\* integers of TLC; spec/parameters.ts checks it.)
ASSUME BondCanBePosted == MinimumBondWei <= EscrowCapWei

\* Who may call; who may hold tokens.
Addresses == Provers \cup Validators \cup {"admin", "stranger"}
Holders == Provers \cup Validators \cup {"sink", "escrow", "rollup"}

ASSUME NamesAreApart ==
    /\ Provers \cap Validators = {}
    /\ {"admin", "sink", "stranger", "none", "escrow", "rollup"}
           \cap (Provers \cup Validators) = {}
ASSUME InitialValuesAreTyped ==
    /\ InitialValidators \in Seq(Validators)
    /\ \A i, j \in DOMAIN InitialValidators : InitialValidators[i] = InitialValidators[j] => i = j
    /\ ConstructorRandao \in Randaos
    /\ DOMAIN InitialTokens = Holders /\ \A h \in Holders : InitialTokens[h] \in Wei
    /\ DOMAIN InitialDeposits = Provers
    /\ \A p \in Provers : InitialDeposits[p] \in 0..EscrowCapWei

-----------------------------------------------------------------------------
\* Values.

\* A block is named by what identifies it within a run: slots never repeat,
\* so slot, content and beneficiary do; its hash also commits to its parent.
Genesis == [slot |-> -1, content |-> "genesis", beneficiary |-> "none"]
NoClaim == [epochToProve |-> -1, proverAddress |-> "none", bondAmount |-> 0,
            basisPointFee |-> 0, claimant |-> "none"]
MaximumBasisPoints == 10000

IsBlock(b) ==
    /\ DOMAIN b = {"slot", "content", "beneficiary"}
    /\ b.slot \in Nat
    /\ b.content \in STRING
    /\ b.beneficiary \in Addresses \cup {"none"}
IsClaim(c) ==
    /\ DOMAIN c = {"epochToProve", "proverAddress", "bondAmount", "basisPointFee", "claimant"}
    /\ c.epochToProve \in Nat
    /\ c.proverAddress \in Provers
    /\ c.bondAmount \in Wei
    /\ c.basisPointFee \in 0..MaximumBasisPoints
    /\ c.claimant \in Addresses
IsAccount(a) ==
    /\ DOMAIN a = {"available", "withdrawing", "unlockSlot", "staked"}
    /\ {a.available, a.withdrawing, a.staked} \subseteq Wei
    /\ a.unlockSlot \in Nat
    /\ (a.unlockSlot = 0) <=> (a.withdrawing = 0)
IsSample(s) ==
    /\ DOMAIN s = {"epoch", "randao", "members"}
    /\ s.epoch \in Nat
    /\ s.randao \in Randaos
    /\ s.members \in Seq(Validators)

-----------------------------------------------------------------------------
\* Variables, each with its type.

VARIABLE slot        \* the current slot, a count from 0
SlotOK == slot \in Nat

VARIABLE proven      \* the tip of the proven chain, a block
ProvenOK == proven = Genesis \/ IsBlock(proven)

VARIABLE pending     \* the blocks beyond the proven tip, oldest first, as stored
PendingOK == \A i \in DOMAIN pending : IsBlock(pending[i])

VARIABLE claim       \* the live claim as stored; bondAmount in wei
ClaimOK == claim = NoClaim \/ IsClaim(claim)

VARIABLE accounts    \* prover -> escrow account; amounts in wei
AccountsOK == DOMAIN accounts = Provers /\ \A p \in Provers : IsAccount(accounts[p])

VARIABLE slashed     \* wei that was slashed and not collected yet
SlashedOK == slashed \in Wei

VARIABLE tokens      \* holder -> wei of the token
TokensOK == DOMAIN tokens = Holders /\ \A h \in Holders : tokens[h] \in Wei

VARIABLE credits     \* prover or validator -> wei of reward not collected yet
CreditsOK ==
    /\ DOMAIN credits = Provers \cup Validators
    /\ \A h \in DOMAIN credits : credits[h] \in Wei

VARIABLE validators  \* the set as registered, and as it was before the first
                     \* change of the epoch `changedEpoch`; both in order
ValidatorsOK ==
    /\ DOMAIN validators = {"current", "previous", "changedEpoch"}
    /\ validators.current \in Seq(Validators)
    /\ validators.previous \in Seq(Validators)
    /\ validators.changedEpoch \in Nat

VARIABLE samples     \* recorded samples by epoch, from the one that was in
                     \* force when setupEpoch last succeeded
SamplesOK ==
    /\ samples # <<>>
    /\ \A i \in DOMAIN samples : IsSample(samples[i])
    /\ \A i \in 1..Len(samples) - 1 : samples[i].epoch < samples[i + 1].epoch

chainVariables     == <<proven, pending, claim>>
escrowVariables    == <<accounts, slashed>>
rewardVariables    == <<tokens, credits>>
committeeVariables == <<validators, samples>>
rollupVariables ==
    <<slot, chainVariables, escrowVariables, rewardVariables, committeeVariables>>

-----------------------------------------------------------------------------
\* Numbers.

Min(a, b) == IF a < b THEN a ELSE b
Last(sequence) == sequence[Len(sequence)]
RECURSIVE SumOver(_, _)
SumOver(amounts, keys) ==
    IF keys = {} THEN 0
    ELSE LET key == CHOOSE k \in keys : TRUE
         IN amounts[key] + SumOver(amounts, keys \ {key})
Sum(amounts) == SumOver(amounts, DOMAIN amounts)

\* Time, TIME-2.
Epoch(s)  == s \div SlotsPerEpoch
Offset(s) == s % SlotsPerEpoch

-----------------------------------------------------------------------------
\* Committee and proposer.

\* EPOCH-5, EPOCH-6: the sample with the greatest epoch not later than now.
InForce ==
    LET started == {i \in DOMAIN samples : samples[i].epoch <= Epoch(slot)}
    IN samples[CHOOSE i \in started : \A j \in started : j <= i]

\* VALIDATOR-5: the set as it was before the first change in this epoch.
Frozen ==
    IF validators.changedEpoch = Epoch(slot) THEN validators.previous ELSE validators.current

\* EPOCH-3, EPOCH-4.
Committee(set, randao, epoch) ==
    IF Len(set) <= TargetCommitteeSize THEN set
    ELSE [seat \in 1..TargetCommitteeSize |-> set[ShuffleTable[randao][epoch][Len(set)][seat]]]

Sample(set, randao, epoch) ==
    [epoch |-> epoch, randao |-> randao, members |-> Committee(set, randao, epoch)]

\* EPOCH-8: the proposer of the current slot among the given members.
Proposer(members) ==
    IF members = <<>> THEN "none"
    ELSE IF ProposerSelection = "offset" THEN members[(Offset(slot) % Len(members)) + 1]
    ELSE members[DrawTable[InForce.randao][InForce.epoch][Len(members)][slot + 1]]

\* PROPOSE-11.
Quorum(size) == (2 * size) \div 3 + 1

\* PROPOSE-10: an empty seat is "none".
Signatures(attestations) ==
    Cardinality({seat \in DOMAIN attestations : attestations[seat] # "none"})

-----------------------------------------------------------------------------
\* What time alone makes due, and the state after it.

\* PROOF-9: that of a block, so never one without blocks.  0 for an empty chain.
OldestUnprovenEpoch(blocks) == IF blocks = <<>> THEN 0 ELSE Epoch(blocks[1].slot)

PruneDue ==
    /\ pending # <<>>
    /\ \/ /\ Epoch(slot) = OldestUnprovenEpoch(pending) + 1  \* PRUNE-1
          /\ claim = NoClaim
          /\ Offset(slot) >= ClaimWindowSlots
       \/ Epoch(slot) > OldestUnprovenEpoch(pending) + 1     \* PRUNE-2

SlashDue == claim # NoClaim /\ Epoch(slot) > claim.epochToProve + 1 \* PRUNE-3

Effective == [
    pending  |-> IF PruneDue THEN <<>> ELSE pending,
    claim    |-> IF SlashDue THEN NoClaim ELSE claim,
    accounts |-> IF SlashDue THEN [accounts EXCEPT ![claim.proverAddress].staked = @ - claim.bondAmount]
                 ELSE accounts,
    slashed  |-> IF SlashDue THEN slashed + claim.bondAmount ELSE slashed ]

\* The pending tip; the proven one when nothing is pending.
Tip(blocks) == IF blocks = <<>> THEN proven ELSE Last(blocks)

\* How many of the blocks belong to the oldest unproven epoch.
EpochLength(blocks) ==
    Cardinality({i \in DOMAIN blocks : Epoch(blocks[i].slot) = OldestUnprovenEpoch(blocks)})

\* The last block of the oldest unproven epoch; the proven tip when there is none.
EpochEnd(blocks) == IF blocks = <<>> THEN proven ELSE blocks[EpochLength(blocks)]

-----------------------------------------------------------------------------
Init ==
    /\ slot = 0
    /\ proven = Genesis
    /\ pending = <<>>
    /\ claim = NoClaim
    /\ accounts = [p \in Provers |-> [available   |-> InitialDeposits[p],
                                      withdrawing |-> 0,
                                      unlockSlot  |-> 0,
                                      staked      |-> 0]]
    /\ slashed = 0
    /\ tokens = [InitialTokens EXCEPT !["escrow"] = @ + Sum(InitialDeposits)]
    /\ credits = [h \in Provers \cup Validators |-> 0]
    /\ validators = [current      |-> InitialValidators,
                     previous     |-> InitialValidators,
                     changedEpoch |-> 0]
    /\ samples = <<Sample(InitialValidators, ConstructorRandao, 0)>>  \* EPOCH-7

\* The set of the names of the checks that fail: each check is one line.
Require(check, refusal) == IF check THEN {} ELSE {refusal}

-----------------------------------------------------------------------------
\* TIME-3.

AdvanceSlotRefusals(e) == {}

AdvanceSlot(e) ==
    /\ AdvanceSlotRefusals(e) = {}
    /\ slot' = slot + 1
    /\ UNCHANGED <<chainVariables, escrowVariables, rewardVariables, committeeVariables>>

-----------------------------------------------------------------------------
\* propose: caller, committee, slot, timestampSlot, parent, content, blobs,
\* attestations.

ProposeRefusals(e) ==
    LET blocks == Effective.pending
        members == InForce.members
        tip == Tip(blocks)
    IN UNION {
    Require(members # <<>>,                                      "CommitteeEmpty"),      \* PROPOSE-1
    Require(e.committee = members,                               "CommitteeMismatch"),   \* PROPOSE-2
    Require(e.slot = slot,                                       "SlotNotCurrent"),      \* PROPOSE-3
    Require(e.timestampSlot = e.slot,                            "TimestampMismatch"),   \* PROPOSE-4
    Require(e.parent = tip,                                      "ParentNotTip"),        \* PROPOSE-5
    Require(e.slot > tip.slot,                                   "SlotTaken"),           \* PROPOSE-6
    Require(e.caller = Proposer(e.committee),                    "CallerNotProposer"),   \* PROPOSE-7
    Require(e.blobs # "missing",                                 "BlobsMissing"),        \* PROPOSE-8
    Require(e.blobs \notin {"fewer", "more", "other"},           "BlobHashesMismatch"),  \* PROPOSE-9
    Require(\A seat \in DOMAIN e.attestations : e.attestations[seat] \in {"none", e.committee[seat]}, "AttestationInvalid"), \* PROPOSE-10
    Require(Signatures(e.attestations) >= Quorum(Len(e.committee)), "QuorumNotReached") }   \* PROPOSE-11

ProposedBlock(e) == [
    slot        |-> e.slot,
    content     |-> e.content,
    beneficiary |-> IF RewardRemainder = "blockProposers" THEN e.caller ELSE "none" ]

Propose(e) ==
    /\ ProposeRefusals(e) = {}
    /\ LET eff == Effective IN                                   \* PRUNE-4
       /\ pending' = Append(eff.pending, ProposedBlock(e))       \* PROPOSE-12
       /\ claim' = eff.claim
       /\ accounts' = eff.accounts
       /\ slashed' = eff.slashed
    /\ UNCHANGED <<slot, proven, rewardVariables, committeeVariables>>

-----------------------------------------------------------------------------
\* claimEpochProofRight: caller, committee, quote [proverAddress,
\* epochToProve, validUntilSlot, bondAmount, basisPointFee, signer].

ClaimEpochProofRightRefusals(e) ==
    LET eff == Effective
        members == InForce.members
        account == eff.accounts[e.quote.proverAddress]
    IN UNION {
    Require(Offset(slot) < ClaimWindowSlots,                     "ClaimWindowClosed"),   \* CLAIM-1
    Require(eff.pending # <<>> /\ OldestUnprovenEpoch(eff.pending) < Epoch(slot), "NothingToClaim"), \* CLAIM-2
    Require(e.quote.epochToProve = Epoch(slot) - 1,                     "QuoteForOtherEpoch"),  \* CLAIM-3
    Require(eff.claim = NoClaim,                                 "ClaimAlreadyMade"),    \* CLAIM-4
    Require(members # <<>>,                                      "CommitteeEmpty"),      \* PROPOSE-1
    Require(e.committee = members,                               "CommitteeMismatch"),   \* PROPOSE-2
    Require(e.caller = Proposer(e.committee),                    "CallerNotProposer"),   \* PROPOSE-7
    Require(slot <= e.quote.validUntilSlot,                      "QuoteExpired"),        \* CLAIM-5
    Require(e.quote.bondAmount >= MinimumBondWei,                      "BondBelowMinimum"),    \* CLAIM-6
    Require(e.quote.basisPointFee <= MaximumBasisPoints,                   "FeeAboveMaximum"),     \* CLAIM-7
    Require(account.available + account.withdrawing >= e.quote.bondAmount, "EscrowInsufficient"), \* CLAIM-8
    Require(e.quote.signer = e.quote.proverAddress,                     "QuoteSignatureInvalid") } \* CLAIM-9

\* CLAIM-10: the bond comes from what is available first.  ESCROW-8: a
\* withdrawal of which nothing is left is over.
Stake(account, bond) ==
    LET fromAvailable == Min(account.available, bond)
        withdrawing == account.withdrawing - (bond - fromAvailable)
    IN [available   |-> account.available - fromAvailable,
        withdrawing |-> withdrawing,
        unlockSlot  |-> IF withdrawing = 0 THEN 0 ELSE account.unlockSlot,
        staked      |-> account.staked + bond]

ClaimEpochProofRight(e) ==
    /\ ClaimEpochProofRightRefusals(e) = {}
    /\ LET eff == Effective IN                                   \* PRUNE-4
       /\ pending' = eff.pending
       /\ claim' = [epochToProve  |-> e.quote.epochToProve,               \* CLAIM-10
                    proverAddress |-> e.quote.proverAddress,
                    bondAmount    |-> e.quote.bondAmount,
                    basisPointFee |-> e.quote.basisPointFee,
                    claimant      |-> e.caller]
       /\ accounts' = [eff.accounts EXCEPT ![e.quote.proverAddress] = Stake(@, e.quote.bondAmount)]
       /\ slashed' = eff.slashed
    /\ UNCHANGED <<slot, proven, rewardVariables, committeeVariables>>

-----------------------------------------------------------------------------
\* submitEpochProof: caller, from, to, valid.

SubmitEpochProofRefusals(e) ==
    LET blocks == Effective.pending
    IN UNION {
    Require(blocks # <<>>,                                       "NothingToProve"),      \* PROOF-1
    Require(blocks # <<>> => OldestUnprovenEpoch(blocks) # Epoch(slot), "EpochNotEnded"), \* PROOF-2
    Require(e.from = proven,                                     "ProofStartMismatch"),  \* PROOF-3
    Require(e.to = EpochEnd(blocks),                             "ProofEndMismatch"),    \* PROOF-4
    Require(e.valid,                                             "ProofInvalid") }       \* PROOF-5

\* What the rollup holds beyond the credits that it owes.
Pool == tokens["rollup"] - Sum(credits)

\* The credits after a proof of the epoch that `blocks`, the effective pending
\* chain, starts with, and that `settled` claims.
RewardedCredits(blocks, settled) ==
    LET reward    == Min(EpochRewardWei, Pool)                            \* REWARD-1
        fee       == (reward * settled.basisPointFee) \div MaximumBasisPoints       \* REWARD-2
        remainder == reward - fee
        proved    == SubSeq(blocks, 1, EpochLength(blocks))
        part      == remainder \div Len(proved)
        blocksOf(h) == Cardinality({i \in DOMAIN proved : proved[i].beneficiary = h})
    IN [h \in DOMAIN credits |->
        credits[h]
        + (IF h = settled.proverAddress THEN fee ELSE 0)
        + (IF RewardRemainder = "claimant"                                \* REWARD-3
           THEN IF h = settled.claimant THEN remainder ELSE 0
           ELSE part * blocksOf(h))]

SubmitEpochProof(e) ==
    /\ SubmitEpochProofRefusals(e) = {}
    /\ LET eff == Effective
           length == EpochLength(eff.pending)
       IN
       /\ proven' = eff.pending[length]                                   \* PROOF-6
       /\ pending' = SubSeq(eff.pending, length + 1, Len(eff.pending))
       /\ claim' = NoClaim                                                \* PROOF-7
       /\ accounts' =
            IF eff.claim = NoClaim THEN eff.accounts                      \* PROOF-8
            ELSE [eff.accounts EXCEPT
                     ![eff.claim.proverAddress].staked = @ - eff.claim.bondAmount,
                     ![eff.claim.proverAddress].available = @ + eff.claim.bondAmount]
       /\ slashed' = eff.slashed
       /\ credits' =                                                      \* REWARD-4
            IF eff.claim = NoClaim /\ RewardRemainder = "claimant" THEN credits
            ELSE RewardedCredits(eff.pending, eff.claim)
    /\ UNCHANGED <<slot, tokens, committeeVariables>>

-----------------------------------------------------------------------------
\* prune: caller.

PruneRefusals(e) == UNION {
    Require(PruneDue,                                            "NothingToPrune") }     \* PRUNE-5

Prune(e) ==
    /\ PruneRefusals(e) = {}
    /\ LET eff == Effective IN                                   \* PRUNE-4
       /\ pending' = eff.pending
       /\ claim' = eff.claim
       /\ accounts' = eff.accounts
       /\ slashed' = eff.slashed
    /\ UNCHANGED <<slot, proven, rewardVariables, committeeVariables>>

-----------------------------------------------------------------------------
\* setupEpoch: caller, randao.

SampledEpoch == Epoch(slot) + SeedLookaheadEpochs                \* EPOCH-2

SetupEpochRefusals(e) == UNION {
    Require(\A i \in DOMAIN samples : samples[i].epoch # SampledEpoch, "EpochAlreadySampled") } \* EPOCH-1

SetupEpoch(e) ==
    /\ SetupEpochRefusals(e) = {}
    /\ LET recent(sample) == sample.epoch >= InForce.epoch
       IN samples' = Append(SelectSeq(samples, recent), Sample(Frozen, e.randao, SampledEpoch))
    /\ UNCHANGED <<slot, chainVariables, escrowVariables, rewardVariables, validators>>

-----------------------------------------------------------------------------
\* addValidator, removeValidator: caller, validator.

Registered(validator) == \E i \in DOMAIN validators.current : validators.current[i] = validator

\* VALIDATOR-5: the first change of an epoch keeps the set as it was before.
Changed(set) == [current |-> set, previous |-> Frozen, changedEpoch |-> Epoch(slot)]

AddValidatorRefusals(e) == UNION {
    Require(e.caller = "admin",                                  "CallerNotAdministrator"),  \* VALIDATOR-1
    Require(e.validator # "none",                                "ValidatorZero"),           \* VALIDATOR-2
    Require(~Registered(e.validator),                            "ValidatorAlreadyRegistered") } \* VALIDATOR-3

AddValidator(e) ==
    /\ AddValidatorRefusals(e) = {}
    /\ validators' = Changed(Append(validators.current, e.validator))     \* VALIDATOR-3
    /\ UNCHANGED <<slot, chainVariables, escrowVariables, rewardVariables, samples>>

RemoveValidatorRefusals(e) == UNION {
    Require(e.caller = "admin",                                  "CallerNotAdministrator"),  \* VALIDATOR-1
    Require(Registered(e.validator),                             "ValidatorNotRegistered") } \* VALIDATOR-4

\* The last entry moves into the place of the removed one.
Without(set, validator) ==
    [i \in 1..Len(set) - 1 |-> IF set[i] = validator THEN Last(set) ELSE set[i]]

RemoveValidator(e) ==
    /\ RemoveValidatorRefusals(e) = {}
    /\ validators' = Changed(Without(validators.current, e.validator))    \* VALIDATOR-4
    /\ UNCHANGED <<slot, chainVariables, escrowVariables, rewardVariables, samples>>

-----------------------------------------------------------------------------
\* deposit: caller, amount.

Held(account) == account.available + account.withdrawing + account.staked

\* The token moves from one holder to another.
Paid(from, to, amount) == [tokens EXCEPT ![from] = @ - amount, ![to] = @ + amount]

DepositRefusals(e) == UNION {
    Require(e.amount > 0,                                        "AmountZero"),               \* ESCROW-1
    Require(tokens[e.caller] >= e.amount,                        "TokenBalanceInsufficient"), \* ESCROW-2
    Require(Held(accounts[e.caller]) + e.amount <= EscrowCapWei, "EscrowCapExceeded") }       \* ESCROW-3

Deposit(e) ==
    /\ DepositRefusals(e) = {}
    /\ tokens' = Paid(e.caller, "escrow", e.amount)                       \* ESCROW-4
    /\ accounts' = [accounts EXCEPT ![e.caller].available = @ + e.amount]
    /\ UNCHANGED <<slot, chainVariables, slashed, credits, committeeVariables>>

-----------------------------------------------------------------------------
\* startWithdrawal: caller, amount; executeWithdrawal: caller.

UnlockSlot == slot + WithdrawalDelaySlots

StartWithdrawalRefusals(e) == UNION {
    Require(e.amount > 0,                                        "AmountZero"),               \* ESCROW-1
    Require(accounts[e.caller].available >= e.amount,            "AvailableInsufficient"),    \* ESCROW-5
    Require(accounts[e.caller].withdrawing = 0,                  "WithdrawalPending") }       \* ESCROW-6

StartWithdrawal(e) ==
    /\ StartWithdrawalRefusals(e) = {}
    /\ accounts' = [accounts EXCEPT                                       \* ESCROW-12
                       ![e.caller].available = @ - e.amount,
                       ![e.caller].withdrawing = e.amount,
                       ![e.caller].unlockSlot = UnlockSlot]
    /\ UNCHANGED <<slot, chainVariables, slashed, rewardVariables, committeeVariables>>

ExecuteWithdrawalRefusals(e) == UNION {
    Require(slot >= accounts[e.caller].unlockSlot,               "WithdrawalLocked"),         \* ESCROW-7
    Require(accounts[e.caller].withdrawing > 0,                  "NoWithdrawal") }            \* ESCROW-8

ExecuteWithdrawal(e) ==
    /\ ExecuteWithdrawalRefusals(e) = {}
    /\ tokens' = Paid("escrow", e.caller, accounts[e.caller].withdrawing) \* ESCROW-8
    /\ accounts' = [accounts EXCEPT ![e.caller].withdrawing = 0, ![e.caller].unlockSlot = 0]
    /\ UNCHANGED <<slot, chainVariables, slashed, credits, committeeVariables>>

-----------------------------------------------------------------------------
\* collectSlashed: caller.

CollectSlashedRefusals(e) == UNION {
    Require(slashed > 0,                                         "NothingSlashed") }          \* ESCROW-9

CollectSlashed(e) ==
    /\ CollectSlashedRefusals(e) = {}
    /\ tokens' = Paid("escrow", "sink", slashed)                          \* ESCROW-9
    /\ slashed' = 0
    /\ UNCHANGED <<slot, chainVariables, accounts, credits, committeeVariables>>

-----------------------------------------------------------------------------
\* collectReward: caller.

CollectRewardRefusals(e) == UNION {
    Require(credits[e.caller] > 0,                               "NothingToCollect") }        \* REWARD-5

CollectReward(e) ==
    /\ CollectRewardRefusals(e) = {}
    /\ tokens' = Paid("rollup", e.caller, credits[e.caller])              \* REWARD-5
    /\ credits' = [credits EXCEPT ![e.caller] = 0]
    /\ UNCHANGED <<slot, chainVariables, escrowVariables, committeeVariables>>

-----------------------------------------------------------------------------
\* An event by its name: its refusals, and its step.

Refusals(e) ==
    CASE e.name = "advanceSlot"          -> AdvanceSlotRefusals(e)
      [] e.name = "propose"              -> ProposeRefusals(e)
      [] e.name = "claimEpochProofRight" -> ClaimEpochProofRightRefusals(e)
      [] e.name = "submitEpochProof"     -> SubmitEpochProofRefusals(e)
      [] e.name = "prune"                -> PruneRefusals(e)
      [] e.name = "setupEpoch"           -> SetupEpochRefusals(e)
      [] e.name = "addValidator"         -> AddValidatorRefusals(e)
      [] e.name = "removeValidator"      -> RemoveValidatorRefusals(e)
      [] e.name = "deposit"              -> DepositRefusals(e)
      [] e.name = "startWithdrawal"      -> StartWithdrawalRefusals(e)
      [] e.name = "executeWithdrawal"    -> ExecuteWithdrawalRefusals(e)
      [] e.name = "collectSlashed"       -> CollectSlashedRefusals(e)
      [] e.name = "collectReward"        -> CollectRewardRefusals(e)

Step(e) ==
    \/ e.name = "advanceSlot"          /\ AdvanceSlot(e)
    \/ e.name = "propose"              /\ Propose(e)
    \/ e.name = "claimEpochProofRight" /\ ClaimEpochProofRight(e)
    \/ e.name = "submitEpochProof"     /\ SubmitEpochProof(e)
    \/ e.name = "prune"                /\ Prune(e)
    \/ e.name = "setupEpoch"           /\ SetupEpoch(e)
    \/ e.name = "addValidator"         /\ AddValidator(e)
    \/ e.name = "removeValidator"      /\ RemoveValidator(e)
    \/ e.name = "deposit"              /\ Deposit(e)
    \/ e.name = "startWithdrawal"      /\ StartWithdrawal(e)
    \/ e.name = "executeWithdrawal"    /\ ExecuteWithdrawal(e)
    \/ e.name = "collectSlashed"       /\ CollectSlashed(e)
    \/ e.name = "collectReward"        /\ CollectReward(e)

\* `events` is the set of the events that may happen now.
NextAmong(events) == \E e \in events : Step(e)
=============================================================================
