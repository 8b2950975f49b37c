------------------------- MODULE L1RollupInstances -------------------------
(***************************************************************************)
(* The steps of a profile: the event instances that are followed, as       *)
(* spec/actors/l1-rollup.md lists them, up to a horizon.  A profile of     *)
(* spec/presets says which events there are.                               *)
(***************************************************************************)
EXTENDS L1RollupProperties

CONSTANTS
    Horizon,     \* the last slot that is explored
    Contents,    \* sequence of block contents, the usual one first
    Forceable,   \* sequence of transactions that enter the queue, in this order
    Addable,     \* sequence of addresses that may be registered
    Removable,   \* sequence of addresses that may be removed
    Quotes,      \* sequence of [proverAddress, bondAmount, basisPointFee]
    Collectors,  \* set of addresses that try to collect rewards
    DepositWei,  \* wei, the usual deposit
    Families     \* event family -> "none", "valid" or "full"

ASSUME /\ Contents # <<>> /\ Quotes # <<>>
       /\ \A family \in DOMAIN Families : Families[family] \in {"none", "valid", "full"}

-----------------------------------------------------------------------------
\* Event instances. A base is meant to pass when anything can; a variation
\* changes only the fields that it names.

When(condition, instances) == IF condition THEN instances ELSE {}

\* `count` seats of which the first `signed` are signed by their members.
Attestations(members, signed) ==
    [seat \in DOMAIN members |-> IF seat <= signed THEN members[seat] ELSE "none"]

Strangers(s) == [seat \in 1..(IF InForce(s).members = <<>> THEN 1 ELSE Len(InForce(s).members)) |-> "stranger"]

\* The first member that is not the proposer, if there is one.
OtherMembers(s, members) ==
    LET others == {i \in DOMAIN members : members[i] # Proposer(s, members)}
    IN IF others = {} THEN {} ELSE {members[CHOOSE i \in others : \A j \in others : i <= j]}

BaseCaller(s, members) == IF members = <<>> THEN "stranger" ELSE Proposer(s, members)

Stale(block) == [slot |-> block.slot, content |-> "stale", beneficiary |-> "none", forced |-> 0]

\* What a block may take from the queue: how many are due, how many wait.
DueCount(eff) ==
    Cardinality({i \in Gone(eff) + 1..Len(eff.queue) : eff.queue[i].includedByEpoch <= Now(eff)})
WaitingCount(eff) == Len(eff.queue) - Gone(eff)

\* Variations of a block that takes all due ones.
ForcedVariations(base, eff, full) ==
    LET due == DueCount(eff)
        alone == "none" \in {Contents[i] : i \in DOMAIN Contents}
        takes(n) == [base EXCEPT !.forced = n]
        without(n) == When(alone, {[base EXCEPT !.content = "none", !.forced = n]})
    IN When(Families.forceInclusion # "none",
        When(due > 0, without(Min(ForcedMinimum, due)))
        \cup When(due < WaitingCount(eff), {takes(due + 1)})
        \cup When(full,
            When(due > 0, {takes(due - 1)})
            \cup without(ForcedMinimum - 1)
            \cup {takes(WaitingCount(eff) + 1), [base EXCEPT !.forcedHash = "other"]}))

AdvanceSlotInstances(s) == When(s.slot < Horizon, {[name |-> "advanceSlot"]})

ProposeBase(s, eff) ==
    LET members == InForce(s).members
    IN [name          |-> "propose",
        caller        |-> BaseCaller(s, members),
        committee     |-> members,
        slot          |-> s.slot,
        timestampSlot |-> s.slot,
        parent        |-> Tip(eff),
        content       |-> Contents[1],
        blobs         |-> "match",
        forced        |-> DueCount(eff),
        forcedHash    |-> "match",
        attestations  |-> Attestations(members, Quorum(Len(members)))]

ProposeInstances(s, eff) ==
    LET members == InForce(s).members
        signed == Quorum(Len(members))
        tip == Tip(eff)
        base == ProposeBase(s, eff)
        forged == [base.attestations EXCEPT ![signed] = "stranger"]
        valid == {[base EXCEPT !.content = Contents[i]] : i \in DOMAIN Contents}
        waiting == Last(s.samples).members
        early == [base EXCEPT !.caller = Proposer(s, waiting),
                              !.committee = waiting,
                              !.attestations = Attestations(waiting, Quorum(Len(waiting)))]
        slots == {s.slot + 1} \cup When(s.slot > 0, {s.slot - 1})
        parents == ({s.proven, Tip(s)} \cup When(tip # Genesis, {Stale(tip)})) \ {tip}
        callers == {"stranger"} \cup OtherMembers(s, members)
        attested == {
            [base.attestations EXCEPT ![signed] = "none"],
            members,
            forged}
            \cup When(Len(members) >= 2, {[base.attestations EXCEPT ![2] = members[1]]})
    IN valid \cup ForcedVariations(base, eff, Families.propose = "full")
        \cup When(ChallengeSlots > 0 /\ members # <<>>, {[base EXCEPT !.attestations = forged]})
        \cup When(waiting \notin {<<>>, members}, {early}) \cup When(Families.propose = "full",
        {[base EXCEPT !.caller = c] : c \in callers}
        \cup {[base EXCEPT !.caller = "stranger",
                           !.committee = Strangers(s),
                           !.attestations = Attestations(Strangers(s), Quorum(Len(Strangers(s))))]}
        \cup {[base EXCEPT !.slot = n, !.timestampSlot = n] : n \in slots}
        \cup {[base EXCEPT !.timestampSlot = s.slot + 1]}
        \cup {[base EXCEPT !.parent = b] : b \in parents}
        \cup {[base EXCEPT !.blobs = b] : b \in {"fewer", "more", "other", "missing"}}
        \cup When(members # <<>>, {[base EXCEPT !.attestations = a] : a \in attested}))

\* Of every block with a false attestation the first one, oldest block first; of a
\* chain without any its tip.
Challengeable(eff) == {i \in DOMAIN eff.pending \cap DOMAIN eff.posted : FalseSeats(eff.posted[i]) # {}}
Least(numbers) == CHOOSE n \in numbers : \A m \in numbers : n <= m
ChallengeOf(n, seat) ==
    [name |-> "challenge", caller |-> "stranger", slot |-> n, seat |-> seat, preimage |-> "match"]
ChallengeOfBlock(eff, i) == ChallengeOf(eff.pending[i].slot, Least(FalseSeats(eff.posted[i])))
ChallengeBase(s, eff) ==
    IF Challengeable(eff) # {} THEN ChallengeOfBlock(eff, Least(Challengeable(eff)))
    ELSE ChallengeOf(IF eff.pending = <<>> THEN s.slot ELSE Tip(eff).slot, 0)

ChallengeInstances(s, eff) ==
    LET base == ChallengeBase(s, eff)
        postings == {eff.posted[i] : i \in OfSlot(eff.pending, base.slot) \cap DOMAIN eff.posted}
        size == IF postings = {} THEN Len(InForce(s).members)
                ELSE Len((CHOOSE posting \in postings : TRUE).committee)
    IN {base} \cup {ChallengeOfBlock(eff, i) : i \in Challengeable(eff)}
        \cup When(Families.challenge = "full",
        {[base EXCEPT !.preimage = p] : p \in Preimages}
        \cup {[base EXCEPT !.slot = base.slot + 1]}
        \cup When(base.slot > 0, {[base EXCEPT !.slot = base.slot - 1]})
        \cup {[base EXCEPT !.seat = n] : n \in 0..size})

ClaimBase(s, q) ==
    LET members == InForce(s).members
    IN [name      |-> "claimEpochProofRight",
        caller    |-> BaseCaller(s, members),
        committee |-> members,
        quote     |-> [proverAddress  |-> q.proverAddress,
                       epochToProve   |-> IF Now(s) = 0 THEN 0 ELSE Now(s) - 1,
                       validUntilSlot |-> s.slot,
                       bondAmount     |-> q.bondAmount,
                       basisPointFee  |-> q.basisPointFee,
                       signer         |-> q.proverAddress]]

ClaimEpochProofRightInstances(s) ==
    LET members == InForce(s).members
        base == ClaimBase(s, Quotes[1])
        first == base.quote
        account == s.accounts[first.proverAddress]
        covered == account.available + account.withdrawing
        epochs == {first.epochToProve + 1} \cup When(first.epochToProve > 0, {first.epochToProve - 1})
        bonds == {MinimumBondWei, covered + 1}
            \cup When(MinimumBondWei > 0, {MinimumBondWei - 1})
            \cup When(covered >= MinimumBondWei, {covered})
        fees == {0, MaximumBasisPoints, MaximumBasisPoints + 1}
        callers == {"stranger"} \cup OtherMembers(s, members)
    IN {ClaimBase(s, Quotes[i]) : i \in DOMAIN Quotes} \cup When(Families.claimEpochProofRight = "full",
        {[base EXCEPT !.caller = c] : c \in callers}
        \cup {[base EXCEPT !.caller = "stranger", !.committee = Strangers(s)]}
        \cup {[base EXCEPT !.quote.epochToProve = n] : n \in epochs}
        \cup When(s.slot > 0, {[base EXCEPT !.quote.validUntilSlot = s.slot - 1]})
        \cup {[base EXCEPT !.quote.bondAmount = b] : b \in bonds}
        \cup {[base EXCEPT !.quote.basisPointFee = f] : f \in fees}
        \cup {[base EXCEPT !.quote.signer = "stranger"]})

ProofBase(s, eff) == [
    name   |-> "submitEpochProof",
    caller |-> "stranger",
    from   |-> s.proven,
    to     |-> EpochEnd(eff),
    valid  |-> TRUE ]

SubmitEpochProofInstances(s, eff) ==
    LET end == EpochEnd(eff)
        length == EpochLength(eff.pending)
        base == ProofBase(s, eff)
        froms == When(s.proven # Genesis, {Stale(s.proven)})
            \cup When(eff.pending # <<>>, {eff.pending[1]})
        tos == ({s.proven}
            \cup When(length >= 2, {eff.pending[length - 1]})
            \cup When(length < Len(eff.pending), {eff.pending[length + 1]})
            \cup When(eff.pending # <<>>, {Last(eff.pending), Stale(end)})) \ {end}
    IN {base} \cup When(s.claim # NoClaim, {[base EXCEPT !.caller = s.claim.proverAddress]})
        \cup When(Families.submitEpochProof = "full",
        {[base EXCEPT !.valid = FALSE]}
        \cup {[base EXCEPT !.from = b] : b \in froms}
        \cup {[base EXCEPT !.to = b] : b \in tos}
        \cup When(eff.pending # s.pending, {[base EXCEPT !.to = EpochEnd(s)]}))

ProposeWithProofBase(s, eff) == [
    name          |-> "proposeWithProof",
    caller        |-> "stranger",
    slot          |-> s.slot,
    timestampSlot |-> s.slot,
    parent        |-> eff.proven,
    content       |-> Contents[1],
    blobs         |-> "match",
    forced        |-> DueCount(eff),
    forcedHash    |-> "match",
    valid         |-> TRUE ]

ProposeWithProofInstances(s, eff) ==
    LET base == ProposeWithProofBase(s, eff)
        full == Families.proposeWithProof = "full"
        at(n) == [base EXCEPT !.slot = n, !.timestampSlot = n]
        parents == ({Tip(s)} \cup When(eff.proven # Genesis, {Stale(eff.proven)})) \ {eff.proven}
    IN {[base EXCEPT !.content = Contents[i]] : i \in DOMAIN Contents}
        \cup When(eff.proven.slot + 1 < s.slot, {at(eff.proven.slot + 1)})
        \cup ForcedVariations(base, eff, full)
        \cup When(full,
            {[base EXCEPT !.valid = FALSE], at(s.slot + 1), [base EXCEPT !.timestampSlot = s.slot + 1]}
            \cup When(eff.proven.slot >= 0, {at(eff.proven.slot)})
            \cup {[base EXCEPT !.parent = b] : b \in parents}
            \cup {[base EXCEPT !.blobs = b] : b \in {"fewer", "more", "other", "missing"}})

ForceInclusionInstances(s) ==
    When(Len(s.queue) < Len(Forceable),
        LET base == [name |-> "forceInclusion", caller |-> "stranger",
                     transaction |-> Forceable[Len(s.queue) + 1], data |-> "fits", valid |-> TRUE]
        IN {base} \cup When(Families.forceInclusion = "full",
            {[base EXCEPT !.data = "empty"], [base EXCEPT !.data = "oversized"], [base EXCEPT !.valid = FALSE]}))

PruneInstances == {[name |-> "prune", caller |-> "stranger"]}

SetupEpochInstances == {[name |-> "setupEpoch", caller |-> "stranger", randao |-> r] : r \in Randaos}

ValidatorInstances ==
    LET add(caller, validator) ==
            [name |-> "addValidator", caller |-> caller, validator |-> validator]
        remove(caller, validator) ==
            [name |-> "removeValidator", caller |-> caller, validator |-> validator]
    IN {add("admin", Addable[i]) : i \in DOMAIN Addable}
        \cup {remove("admin", Removable[i]) : i \in DOMAIN Removable}
        \cup When(Families.validators = "full",
        {add("admin", "none")}
        \cup When(Addable # <<>>, {add("stranger", Addable[1])})
        \cup When(Removable # <<>>, {remove("stranger", Removable[1])}))

DepositInstances(s, eff) ==
    LET amounts(p) == {DepositWei} \cup When(Families.deposit = "full",
            {0, s.tokens[p] + 1, EscrowCapWei - Held(eff.accounts[p]) + 1})
    IN UNION {{[name |-> "deposit", caller |-> p, amount |-> a] : a \in amounts(p)} : p \in Provers}

WithdrawalInstances(s) ==
    LET amounts(p) == When(s.accounts[p].available > 0, {s.accounts[p].available})
            \cup When(DepositWei \in 1..s.accounts[p].available - 1, {DepositWei})
            \cup When(Families.withdrawal = "full", {0, s.accounts[p].available + 1})
        receivers(p) == {IF Families.deposit = "none" THEN "stranger" ELSE p}
            \cup When(Families.withdrawal = "full", {"none", "escrow"})
    IN UNION {{[name |-> "executeWithdrawal", caller |-> p, receiver |-> r] : r \in receivers(p)}
              : p \in Provers}
        \cup UNION {{[name |-> "startWithdrawal", caller |-> p, amount |-> a] : a \in amounts(p)}
                    : p \in Provers}

CollectSlashedInstances == {[name |-> "collectSlashed", caller |-> "stranger"]}

CollectRewardInstances == {[name |-> "collectReward", caller |-> c] : c \in Collectors}

Happens(family) == Families[family] # "none"

\* What is tried before genesis is what will be tried in slot 0.
Tried(s) == [s EXCEPT !.slot = Clock(s)]

Instances(s) ==
    LET tried == Tried(s)
        eff == Effective(tried)
    IN UNION {
    AdvanceSlotInstances(s),
    When(Happens("propose"),              ProposeInstances(tried, eff)),
    When(Happens("challenge"),            ChallengeInstances(tried, eff)),
    When(Happens("claimEpochProofRight"), ClaimEpochProofRightInstances(tried)),
    When(Happens("submitEpochProof"),     SubmitEpochProofInstances(tried, eff)),
    When(Happens("proposeWithProof"),     ProposeWithProofInstances(tried, eff)),
    When(Happens("forceInclusion"),       ForceInclusionInstances(tried)),
    When(Happens("prune"),                PruneInstances),
    When(Happens("setupEpoch"),           SetupEpochInstances),
    When(Happens("validators"),           ValidatorInstances),
    When(Happens("deposit"),              DepositInstances(s, eff)),
    When(Happens("withdrawal"),           WithdrawalInstances(s)),
    When(Happens("collectSlashed"),       CollectSlashedInstances),
    When(Happens("collectReward"),        CollectRewardInstances) }
=============================================================================
