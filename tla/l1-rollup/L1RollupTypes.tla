---------------------------- MODULE L1RollupTypes ----------------------------
(***************************************************************************)
(* Of what the L1 rollup is made: the parameters of the protocol, who and  *)
(* what there is, and what states and events look like.  A state is a      *)
(* record of the variables of L1Rollup, an event is a record of its name   *)
(* and parameters.  Shapes are told in spec/actors/l1-rollup.md.           *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets, FallbackTiming

-----------------------------------------------------------------------------
\* Constants: parameters of the protocol, in the order of spec/parameters.ts.

CONSTANTS
    SlotsPerEpoch,         \* count of slots, TIME-2
    ClaimWindowSlots,      \* count of slots: C, CLAIM-1
    TargetCommitteeSize,   \* count of validators, EPOCH-3
    SeedLookaheadEpochs,   \* count of epochs, EPOCH-2: 1 or 2
    ProposerSelection,     \* EPOCH-8: "hash" or "offset"
    RewardRemainder,       \* REWARD-3: "claimant" or "blockProposers"
    ProofSubmission,       \* PROOF-10: "anyone" or "claimedProver"
    RewardBasis,           \* REWARD-6: "epoch" or "block"
    WithdrawalDelaySlots,  \* count of slots, ESCROW-12
    MinimumBondWei,        \* wei, CLAIM-6
    EscrowCapWei,          \* wei, ESCROW-3
    EpochRewardWei,        \* wei, REWARD-1
    ChallengeSlots,        \* count of slots: d, CHALLENGE-1; 0 where signatures are verified
    FallbackRewardWei,     \* wei, FALLBACK-15
    ForcedDelayEpochs,     \* count of epochs, QUEUE-3
    ForcedMinimum          \* count of transactions: m, QUEUE-7

\* Constants: who and what there is.
CONSTANTS
    Provers,               \* set of addresses
    Validators,            \* set of addresses that may ever be registered
    Randaos,               \* set of names of prevrandao values
    ConstructorRandao,     \* the one that the constructor sees, EPOCH-7
    InitialValidators,     \* sequence of addresses
    FirstSlot,             \* the slot in which a run begins: 0, or -1 before genesis
    InitialTokens,         \* holder -> wei, the escrow's without the deposits
    InitialDeposits        \* prover -> wei, available at the start

Wei == Nat
ASSUME ParametersAreCounts ==
    /\ {SlotsPerEpoch, ClaimWindowSlots, TargetCommitteeSize} \subseteq Nat \ {0}
    /\ WithdrawalDelaySlots \in Nat \ {0}
    /\ {MinimumBondWei, EscrowCapWei, EpochRewardWei, FallbackRewardWei} \subseteq Wei
    /\ {ForcedDelayEpochs, ChallengeSlots} \subseteq Nat
    /\ ForcedMinimum \in Nat \ {0}
ASSUME ReadingsAreKnown ==
    /\ SeedLookaheadEpochs \in {1, 2}
    /\ ProposerSelection \in {"hash", "offset"}
    /\ RewardRemainder \in {"claimant", "blockProposers"}
    /\ ProofSubmission \in {"anyone", "claimedProver"}
    /\ RewardBasis \in {"epoch", "block"}
\* A prover needs time after the claim window.
ASSUME ClaimWindowIsPartOfEpoch == ClaimWindowSlots < SlotsPerEpoch
\* Or a quote is not guaranteed, ESCROW-11.
DelayCoversQuotes == WithdrawalDelaySlots >= SlotsPerEpoch + ClaimWindowSlots
ASSUME DelayCoversQuotes
\* Or no bond can be posted. (That the cap fits into 128 bits is beyond the
\* integers of TLC; spec/parameters.ts checks it.)
ASSUME BondCanBePosted == MinimumBondWei <= EscrowCapWei

\* CHALLENGE-10: or the latest claim has less time for its proof. (That the slots of
\* two epochs fit into one word is about bits; spec/parameters.ts checks it.)
ChallengesLeaveTime == ChallengeSlots <= ClaimWindowSlots
ASSUME ChallengesLeaveTime

\* FALLBACK-17: a forced transaction has its time before fallback comes. (That m
\* of them fit into a block is about bytes; spec/parameters.ts checks it.)
ASSUME FallbackLeavesTime ==
    FallbackEnterSlots > 0 => FallbackEnterSlots >= (ForcedDelayEpochs + 2) * SlotsPerEpoch

\* Who may call; who may hold tokens.
Addresses == Provers \cup Validators \cup {"admin", "stranger"}
Holders == Provers \cup Validators \cup {"sink", "escrow", "rollup"}
\* Whom an event may name: registered, or as nobody.
Anybody == Addresses \cup {"none", "sink", "escrow", "rollup"}
\* The contracts call each other inside of an event and send none; the sink
\* only receives.
Callers == Anybody \ {"escrow", "rollup", "sink"}

\* A validator may be a prover as well: the RFC's vertically integrated sequencer.
ASSUME NamesAreApart ==
       {"admin", "sink", "stranger", "none", "escrow", "rollup"}
           \cap (Provers \cup Validators) = {}
ASSUME InitialValuesAreTyped ==
    /\ FirstSlot \in {-1, 0}
    /\ InitialValidators \in Seq(Validators)
    /\ \A i, j \in DOMAIN InitialValidators : InitialValidators[i] = InitialValidators[j] => i = j
    /\ ConstructorRandao \in Randaos
    /\ DOMAIN InitialTokens = Holders /\ \A h \in Holders : InitialTokens[h] \in Wei
    /\ DOMAIN InitialDeposits = Provers
    /\ \A p \in Provers : InitialDeposits[p] \in 0..EscrowCapWei

-----------------------------------------------------------------------------
\* Values.

\* A block is named by slot, content, beneficiary and how many transactions it
\* takes from the queue; its hash also commits to its parent, to the chain and to
\* the rollup, so that blocks of one name in two chains are two. Content "none" stands for no transactions
\* beside the forced ones.
\* PROPOSE-13: the content is all that the header commits to beside slot,
\* timestamp and parent, the state root included, so that blocks of one slot and
\* parent with different contents are two.
Genesis == [slot |-> -1, content |-> "genesis", beneficiary |-> "none", forced |-> 0]
NoClaim == [epochToProve |-> -1, proverAddress |-> "none", bondAmount |-> 0,
            basisPointFee |-> 0, claimant |-> "none"]
MaximumBasisPoints == 10000

IsBlock(b) ==
    /\ DOMAIN b = {"slot", "content", "beneficiary", "forced"}
    /\ b.slot \in Nat
    /\ b.content \in STRING
    /\ b.beneficiary \in Anybody
    /\ b.forced \in Nat
IsClaim(c) ==
    /\ DOMAIN c = {"epochToProve", "proverAddress", "bondAmount", "basisPointFee", "claimant"}
    /\ c.epochToProve \in Nat
    /\ c.proverAddress \in Addresses
    /\ c.bondAmount \in Wei
    /\ c.basisPointFee \in 0..MaximumBasisPoints
    /\ c.claimant \in Anybody
IsAccount(a) ==
    /\ DOMAIN a = {"available", "withdrawing", "unlockSlot", "staked"}
    /\ {a.available, a.withdrawing, a.staked} \subseteq Wei
    /\ a.unlockSlot \in Nat
    /\ (a.unlockSlot = 0) <=> (a.withdrawing = 0)
IsSample(s) ==
    /\ DOMAIN s = {"epoch", "randao", "members"}
    /\ s.epoch \in Nat
    /\ s.randao \in Randaos
    /\ s.members \in Seq(Anybody)
\* CHALLENGE-2: what a block was proposed with; an empty seat is "none".
IsPosting(p) ==
    /\ DOMAIN p = {"committee", "attestations"}
    /\ p.committee \in Seq(Anybody)
    /\ p.attestations \in Seq(Anybody)
    /\ Len(p.attestations) = Len(p.committee)
IsForced(f) ==
    /\ DOMAIN f = {"transaction", "includedByEpoch"}
    /\ f.transaction \in STRING
    /\ f.includedByEpoch \in Nat

\* Who has an account: every prover, and whoever ever had an amount in it. An
\* account, a balance or a credit that is not there holds nothing.
NoAccount == [available |-> 0, withdrawing |-> 0, unlockSlot |-> 0, staked |-> 0]
At(amounts, key, nothing) == IF key \in DOMAIN amounts THEN amounts[key] ELSE nothing
With(amounts, key, value) ==
    [k \in DOMAIN amounts \cup {key} |-> IF k = key THEN value ELSE amounts[k]]

-----------------------------------------------------------------------------
\* States, field by field; each predicate is the type of one variable of
\* L1Rollup, where their meanings stand.

SlotOK(s) == s.slot \in Nat \cup {-1}
ProvenOK(s) == s.proven = Genesis \/ IsBlock(s.proven)
PendingOK(s) == \A i \in DOMAIN s.pending : IsBlock(s.pending[i])
ClaimOK(s) == s.claim = NoClaim \/ IsClaim(s.claim)
AccountsOK(s) ==
    /\ Provers \subseteq DOMAIN s.accounts
    /\ DOMAIN s.accounts \subseteq Callers
    /\ \A p \in DOMAIN s.accounts : IsAccount(s.accounts[p])
SlashedOK(s) == s.slashed \in Wei
TokensOK(s) ==
    /\ Holders \subseteq DOMAIN s.tokens
    /\ DOMAIN s.tokens \subseteq Holders \cup Callers
    /\ \A h \in DOMAIN s.tokens : s.tokens[h] \in Wei
CreditsOK(s) ==
    /\ Provers \cup Validators \subseteq DOMAIN s.credits
    /\ DOMAIN s.credits \subseteq Callers
    /\ \A h \in DOMAIN s.credits : s.credits[h] \in Wei
ValidatorsOK(s) ==
    /\ DOMAIN s.validators = {"current", "previous", "earlier", "changedEpoch"}
    /\ s.validators.current \in Seq(Anybody)
    /\ s.validators.previous \in Seq(Anybody)
    /\ s.validators.earlier \in Seq(Anybody)
    /\ s.validators.changedEpoch \in Nat
QueueOK(s) == \A i \in DOMAIN s.queue : IsForced(s.queue[i])
TakenOK(s) == s.taken \in 0..Len(s.queue)
PostedOK(s) == \A i \in DOMAIN s.posted : IsPosting(s.posted[i])
FallbackOK(s) ==
    /\ DOMAIN s.fallback = DOMAIN Idle
    /\ IsTiming(s.fallback, s.slot)
SamplesOK(s) ==
    /\ s.samples # <<>>
    /\ \A i \in DOMAIN s.samples : IsSample(s.samples[i])
    /\ \A i \in 1..Len(s.samples) - 1 : s.samples[i].epoch < s.samples[i + 1].epoch

StateFields == {"slot", "proven", "pending", "claim", "accounts", "slashed",
                "tokens", "credits", "validators", "samples",
                "queue", "taken", "posted", "fallback"}
IsState(s) ==
    /\ DOMAIN s = StateFields
    /\ SlotOK(s) /\ ProvenOK(s) /\ PendingOK(s) /\ ClaimOK(s) /\ AccountsOK(s)
    /\ SlashedOK(s) /\ TokensOK(s) /\ CreditsOK(s) /\ ValidatorsOK(s) /\ SamplesOK(s)
    /\ QueueOK(s) /\ TakenOK(s) /\ PostedOK(s) /\ FallbackOK(s)

-----------------------------------------------------------------------------
\* Events, by name, with the names of their parameters.

Parameters == [
    advanceSlot          |-> {},
    propose              |-> {"caller", "committee", "slot", "timestampSlot", "parent",
                              "content", "blobs", "forced", "forcedHash", "attestations"},
    challenge            |-> {"caller", "slot", "seat", "preimage"},
    claimEpochProofRight |-> {"caller", "committee", "quote"},
    submitEpochProof     |-> {"caller", "from", "to", "valid"},
    proposeWithProof     |-> {"caller", "slot", "timestampSlot", "parent", "content",
                              "blobs", "forced", "forcedHash", "valid"},
    forceInclusion       |-> {"caller", "transaction", "data", "valid"},
    prune                |-> {"caller"},
    setupEpoch           |-> {"caller", "randao"},
    addValidator         |-> {"caller", "validator"},
    removeValidator      |-> {"caller", "validator"},
    deposit              |-> {"caller", "amount"},
    startWithdrawal      |-> {"caller", "amount"},
    executeWithdrawal    |-> {"caller", "receiver"},
    collectSlashed       |-> {"caller"},
    collectReward        |-> {"caller"} ]

BlobFates == {"match", "fewer", "more", "other", "missing"}
\* QUEUE-5: whether the commitment of a header is that of the queue; QUEUE-1: the
\* data of a forced transaction.
ForcedHashes == {"match", "other"}
DataSizes == {"fits", "empty", "oversized"}
\* CHALLENGE-4: which part of what a challenge gives is not as it was posted.
Preimages == {"match", "block", "parent", "parentSlot", "taken", "committee", "attestations"}
IsQuote(q) ==
    /\ DOMAIN q = {"proverAddress", "epochToProve", "validUntilSlot", "bondAmount",
                   "basisPointFee", "signer"}
    /\ {q.epochToProve, q.validUntilSlot, q.bondAmount, q.basisPointFee} \subseteq Nat
    /\ {q.proverAddress, q.signer} \subseteq Anybody
Has(e, field) == field \in DOMAIN e

IsEvent(e) ==
    /\ e.name \in DOMAIN Parameters
    /\ DOMAIN e = {"name"} \cup Parameters[e.name]
    /\ Has(e, "caller") => e.caller \in Callers
    /\ Has(e, "committee") => e.committee \in Seq(Anybody)
    \* One signer per seat of the given committee, "none" for an empty seat.
    /\ Has(e, "attestations") =>
        /\ e.attestations \in Seq(Anybody)
        /\ Len(e.attestations) = Len(e.committee)
    /\ Has(e, "slot") => e.slot \in Nat
    /\ Has(e, "timestampSlot") => e.timestampSlot \in Nat
    \* Counted from 0.
    /\ Has(e, "seat") => e.seat \in Nat /\ e.preimage \in Preimages
    /\ Has(e, "parent") => e.parent = Genesis \/ IsBlock(e.parent)
    /\ Has(e, "content") => e.content \in STRING
    /\ Has(e, "blobs") => e.blobs \in BlobFates
    /\ Has(e, "forced") => e.forced \in Nat /\ e.forcedHash \in ForcedHashes
    /\ Has(e, "transaction") => e.transaction \in STRING /\ e.data \in DataSizes
    /\ Has(e, "quote") => IsQuote(e.quote)
    /\ Has(e, "from") => \A b \in {e.from, e.to} : b = Genesis \/ IsBlock(b)
    /\ Has(e, "valid") => e.valid \in BOOLEAN
    /\ Has(e, "randao") => e.randao \in Randaos
    /\ Has(e, "validator") => e.validator \in Anybody
    /\ Has(e, "amount") => e.amount \in Wei
    /\ Has(e, "receiver") => e.receiver \in Anybody
=============================================================================
