----------------------------- MODULE MCL1Rollup -----------------------------
(***************************************************************************)
(* L1Rollup made finite: the event instances of spec/actors/l1-rollup.md, a        *)
(* horizon, and what the graph dump needs.  VIEW hides the history.  A     *)
(* profile (tla/l1-rollup/generated) says which events there are.                    *)
(***************************************************************************)
EXTENDS L1RollupProperties, LockstepDump

CONSTANTS
    Horizon,     \* the last slot that is explored
    Contents,    \* sequence of block contents, the usual one first
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

If(condition, instances) == IF condition THEN instances ELSE {}

\* `count` seats of which the first `signed` are signed by their members.
Attestations(members, signed) ==
    [seat \in DOMAIN members |-> IF seat <= signed THEN members[seat] ELSE "none"]

Strangers == [seat \in 1..(IF InForce.members = <<>> THEN 1 ELSE Len(InForce.members)) |-> "stranger"]

\* The first member that is not the proposer, if there is one.
OtherMembers(members) ==
    LET others == {i \in DOMAIN members : members[i] # Proposer(members)}
    IN IF others = {} THEN {} ELSE {members[CHOOSE i \in others : \A j \in others : i <= j]}

BaseCaller(members) == IF members = <<>> THEN "stranger" ELSE Proposer(members)

Stale(block) == [slot |-> block.slot, content |-> "stale", beneficiary |-> "none"]

AdvanceSlotInstances == If(slot < Horizon, {[name |-> "advanceSlot"]})

ProposeInstances(eff) ==
    LET members == InForce.members
        signed == Quorum(Len(members))
        tip == Tip(eff.pending)
        base == [name          |-> "propose",
                 caller        |-> BaseCaller(members),
                 committee     |-> members,
                 slot          |-> slot,
                 timestampSlot |-> slot,
                 parent        |-> tip,
                 content       |-> Contents[1],
                 blobs         |-> "match",
                 attestations  |-> Attestations(members, signed)]
        valid == {[base EXCEPT !.content = Contents[i]] : i \in DOMAIN Contents}
        waiting == Last(samples).members
        early == [base EXCEPT !.caller = Proposer(waiting),
                              !.committee = waiting,
                              !.attestations = Attestations(waiting, Quorum(Len(waiting)))]
        slots == {slot + 1} \cup If(slot > 0, {slot - 1})
        parents == ({proven, Tip(pending)} \cup If(tip # Genesis, {Stale(tip)})) \ {tip}
        callers == {"stranger"} \cup OtherMembers(members)
        attested == {
            [base.attestations EXCEPT ![signed] = "none"],
            members,
            [base.attestations EXCEPT ![signed] = "stranger"]}
            \cup If(Len(members) >= 2, {[base.attestations EXCEPT ![2] = members[1]]})
    IN valid \cup If(waiting \notin {<<>>, members}, {early}) \cup If(Families.propose = "full",
        {[base EXCEPT !.caller = c] : c \in callers}
        \cup {[base EXCEPT !.caller = "stranger",
                           !.committee = Strangers,
                           !.attestations = Attestations(Strangers, Quorum(Len(Strangers)))]}
        \cup {[base EXCEPT !.slot = s, !.timestampSlot = s] : s \in slots}
        \cup {[base EXCEPT !.timestampSlot = slot + 1]}
        \cup {[base EXCEPT !.parent = b] : b \in parents}
        \cup {[base EXCEPT !.blobs = b] : b \in {"fewer", "more", "other", "missing"}}
        \cup If(members # <<>>, {[base EXCEPT !.attestations = a] : a \in attested}))

ClaimEpochProofRightInstances ==
    LET members == InForce.members
        quote(q) == [proverAddress  |-> q.proverAddress,
                     epochToProve   |-> IF Epoch(slot) = 0 THEN 0 ELSE Epoch(slot) - 1,
                     validUntilSlot |-> slot,
                     bondAmount     |-> q.bondAmount,
                     basisPointFee  |-> q.basisPointFee,
                     signer         |-> q.proverAddress]
        with(q) == [name      |-> "claimEpochProofRight",
                    caller    |-> BaseCaller(members),
                    committee |-> members,
                    quote     |-> q]
        first == quote(Quotes[1])
        base == with(first)
        account == accounts[first.proverAddress]
        covered == account.available + account.withdrawing
        epochs == {first.epochToProve + 1} \cup If(first.epochToProve > 0, {first.epochToProve - 1})
        bonds == {MinimumBondWei, covered + 1}
            \cup If(MinimumBondWei > 0, {MinimumBondWei - 1})
            \cup If(covered >= MinimumBondWei, {covered})
        fees == {0, MaximumBasisPoints, MaximumBasisPoints + 1}
        callers == {"stranger"} \cup OtherMembers(members)
    IN {with(quote(Quotes[i])) : i \in DOMAIN Quotes} \cup If(Families.claimEpochProofRight = "full",
        {[base EXCEPT !.caller = c] : c \in callers}
        \cup {[base EXCEPT !.caller = "stranger", !.committee = Strangers]}
        \cup {[base EXCEPT !.quote.epochToProve = n] : n \in epochs}
        \cup If(slot > 0, {[base EXCEPT !.quote.validUntilSlot = slot - 1]})
        \cup {[base EXCEPT !.quote.bondAmount = b] : b \in bonds}
        \cup {[base EXCEPT !.quote.basisPointFee = f] : f \in fees}
        \cup {[base EXCEPT !.quote.signer = "stranger"]})

SubmitEpochProofInstances(eff) ==
    LET end == EpochEnd(eff.pending)
        length == EpochLength(eff.pending)
        base == [name   |-> "submitEpochProof",
                 caller |-> "stranger",
                 from   |-> proven,
                 to     |-> end,
                 valid  |-> TRUE]
        froms == If(proven # Genesis, {Stale(proven)})
            \cup If(eff.pending # <<>>, {eff.pending[1]})
        tos == ({proven}
            \cup If(length >= 2, {eff.pending[length - 1]})
            \cup If(length < Len(eff.pending), {eff.pending[length + 1]})
            \cup If(eff.pending # <<>>, {Last(eff.pending), Stale(end)})) \ {end}
    IN {base} \cup If(claim # NoClaim, {[base EXCEPT !.caller = claim.proverAddress]})
        \cup If(Families.submitEpochProof = "full",
        {[base EXCEPT !.valid = FALSE]}
        \cup {[base EXCEPT !.from = b] : b \in froms}
        \cup {[base EXCEPT !.to = b] : b \in tos}
        \cup If(eff.pending # pending, {[base EXCEPT !.to = EpochEnd(pending)]}))

PruneInstances == {[name |-> "prune", caller |-> "stranger"]}

SetupEpochInstances == {[name |-> "setupEpoch", caller |-> "stranger", randao |-> r] : r \in Randaos}

ValidatorInstances ==
    LET add(caller, validator) ==
            [name |-> "addValidator", caller |-> caller, validator |-> validator]
        remove(caller, validator) ==
            [name |-> "removeValidator", caller |-> caller, validator |-> validator]
    IN {add("admin", Addable[i]) : i \in DOMAIN Addable}
        \cup {remove("admin", Removable[i]) : i \in DOMAIN Removable}
        \cup If(Families.validators = "full",
        {add("admin", "none")}
        \cup If(Addable # <<>>, {add("stranger", Addable[1])})
        \cup If(Removable # <<>>, {remove("stranger", Removable[1])}))

DepositInstances ==
    LET amounts(p) == {DepositWei} \cup If(Families.deposit = "full",
            {0, tokens[p] + 1, EscrowCapWei - Held(accounts[p]) + 1})
    IN UNION {{[name |-> "deposit", caller |-> p, amount |-> a] : a \in amounts(p)} : p \in Provers}

WithdrawalInstances ==
    LET amounts(p) == If(accounts[p].available > 0, {accounts[p].available})
            \cup If(Families.withdrawal = "full", {0, accounts[p].available + 1})
    IN {[name |-> "executeWithdrawal", caller |-> p] : p \in Provers}
        \cup UNION {{[name |-> "startWithdrawal", caller |-> p, amount |-> a] : a \in amounts(p)}
                    : p \in Provers}

CollectSlashedInstances == {[name |-> "collectSlashed", caller |-> "stranger"]}

CollectRewardInstances == {[name |-> "collectReward", caller |-> c] : c \in Collectors}

Happens(family) == Families[family] # "none"

Instances ==
    LET eff == Effective IN UNION {
    AdvanceSlotInstances,
    If(Happens("propose"),              ProposeInstances(eff)),
    If(Happens("claimEpochProofRight"), ClaimEpochProofRightInstances),
    If(Happens("submitEpochProof"),     SubmitEpochProofInstances(eff)),
    If(Happens("prune"),                PruneInstances),
    If(Happens("setupEpoch"),           SetupEpochInstances),
    If(Happens("validators"),           ValidatorInstances),
    If(Happens("deposit"),              DepositInstances),
    If(Happens("withdrawal"),           WithdrawalInstances),
    If(Happens("collectSlashed"),       CollectSlashedInstances),
    If(Happens("collectReward"),        CollectRewardInstances) }

-----------------------------------------------------------------------------
\* The state that VIEW compares and the dump writes.
State == [
    slot       |-> slot,
    proven     |-> proven,
    pending    |-> pending,
    claim      |-> claim,
    accounts   |-> accounts,
    slashed    |-> slashed,
    tokens     |-> tokens,
    credits    |-> credits,
    validators |-> validators,
    samples    |-> samples ]

MCInit == Init /\ HistoryInit /\ DumpInitial(State)

MCNext == \E e \in Instances : Step(e) /\ HistoryNext(e)

DumpTransitions == DumpTransition(State, event', State')

DumpAllRefusals ==
    LET state == State IN \A e \in Instances : DumpRefusals(state, e, Refusals(e))
=============================================================================
