-------------------------------- MODULE Slot --------------------------------
(***************************************************************************)
(* A proposer and its committee in one slot, or in two that follow each    *)
(* other: honest nodes with the rules of AttesterRules and ProposerRules,  *)
(* Byzantine members, and of L1 the blocks that it takes.  One step is one *)
(* step of one node, one block that L1 takes, or the passing of one phase. *)
(*                                                                         *)
(* There is no network.  What an honest node has signed or handed over     *)
(* stays deliverable, whatever becomes of its store; of a Byzantine member *)
(* every typed message is, at any time.  So every message can come late,   *)
(* again, in any order or never, and what comes again is refused.          *)
(*                                                                         *)
(* Frozen: the alarm, fallback, reorganisations of L1 and a node that is   *)
(* behind; forms of messages other than those that fit (actors have them); *)
(* the block of a slot is told to a node in the next slot, or when it      *)
(* starts again (SlotTaken is the actors' business); clocks agree.         *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

CONSTANTS
    Committees,         \* per slot, its committee in order
    Proposers,          \* per slot, its proposer
    Byzantine,          \* members that do what they want
    MinTxPerBlock,      \* BUILD-13
    ForcedMinimum,      \* QUEUE-7: m
    KnownTransactions,  \* all that can be held, ascending by name
    InitialHeld,        \* what every honest node holds at first
    Reached,            \* per transaction, the honest nodes that it ever comes to
    Queue               \* the forced transactions that wait at first, all of them due

\* The names of values and of what roles decide alike do not depend on the node.
INSTANCE NodeRules WITH Self <- "nobody"
Attester(m) == INSTANCE AttesterRules WITH Self <- m
Proposer(m) == INSTANCE ProposerRules WITH Self <- m

Members == UNION {Elements(Committees[i]) : i \in DOMAIN Committees}
Honest == Members \ Byzantine
HonestProposers == Elements(Proposers) \ Byzantine

ASSUME ProposersAreMembers == \A n \in Slots : ProposerOf(n) \in Elements(CommitteeOf(n))
ASSUME ByzantineAreMembers == Byzantine \subseteq Members
ASSUME ReachedAreHonest ==
    /\ DOMAIN Reached = Elements(KnownTransactions)
    /\ \A t \in DOMAIN Reached : Reached[t] \subseteq Honest

VARIABLE slot       \* the current slot, a count from 0
VARIABLE phase      \* of the current slot
VARIABLE attester   \* per honest member, the state of its attester
VARIABLE proposer   \* per honest proposer, the state of that role, in the same node
VARIABLE attested   \* per honest member, the proposals that it ever attested
VARIABLE offered    \* per honest proposer, the proposals that it ever signed
VARIABLE submitted  \* what honest proposers ever handed to L1: {caller, proposal, signers}
VARIABLE chain      \* the blocks that L1 took, oldest first: {caller, proposal, signers}
VARIABLE crashed    \* the one crash there may be: {node, store, signed}, or NoCrash

slotVariables ==
    <<slot, phase, attester, proposer, attested, offered, submitted, chain, crashed>>

\* `signed`: what the node had signed as a member when it crashed.
NoCrash == [node |-> "nobody", store |-> "kept", signed |-> NoProposal]

State == [
    slot      |-> slot,
    phase     |-> phase,
    attester  |-> attester,
    proposer  |-> proposer,
    attested  |-> attested,
    offered   |-> offered,
    submitted |-> submitted,
    chain     |-> chain,
    crashed   |-> crashed ]

-----------------------------------------------------------------------------
\* L1, as far as a slot shows it.

\* PROPOSE-12: the last block, as a parent.
TipOf(blocks) ==
    IF blocks = <<>> THEN Genesis
    ELSE LET last == blocks[Len(blocks)].proposal IN [slot |-> last.slot, root |-> last.root]

\* QUEUE-8: what of the queue no block took.
RECURSIVE Taken(_)
Taken(blocks) == IF blocks = <<>> THEN 0 ELSE Head(blocks).proposal.forced + Taken(Tail(blocks))
Waiting(blocks) == SubSeq(Queue, Taken(blocks) + 1, Len(Queue))

\* What a follower that is level reports.
ViewOf(blocks) ==
    [NoView EXCEPT !.follows = "level", !.tip = TipOf(blocks), !.queue = Waiting(blocks)]

\* PROPOSE-10: of whom there is an attestation for this proposal. Byzantine members give
\* theirs to any.
Attests(m, p) == m \in Byzantine \/ p \in attested[m]
Signers(p) == {m \in Members : Attests(m, p)}

\* PROPOSE-11.
Quorum(n) == (2 * Len(CommitteeOf(n))) \div 3 + 1

ProposeRefusals(b) ==
    LET p == b.proposal IN UNION {
    Require(p.slot = slot, "SlotNotCurrent"),                                 \* PROPOSE-3
    Require(p.timestampSlot = p.slot, "TimestampMismatch"),                   \* PROPOSE-4
    Require(p.parent = TipOf(chain), "ParentNotTip"),                         \* PROPOSE-5
    Require(p.slot > TipOf(chain).slot, "SlotTaken"),                         \* PROPOSE-6
    Require(b.caller = ProposerOf(slot), "CallerNotProposer"),                \* PROPOSE-7
    QueueRefusals(p.transactions, p.forced, Waiting(chain)),                  \* QUEUE-4 to QUEUE-7
    Require(b.signers \subseteq Signers(p) \cap Elements(CommitteeOf(slot)),
            "AttestationInvalid"),                                            \* PROPOSE-10
    Require(Cardinality(b.signers) >= Quorum(slot), "QuorumNotReached") }     \* PROPOSE-11

-----------------------------------------------------------------------------
\* The rules as the system has them: the only place that names them.

AttesterRefusals(m, s, e) == Attester(m)!Refusals(s, e)
AttesterAfter(m, s, e) == Attester(m)!After(s, e)
AttesterEffects(m, s, e) == Attester(m)!Effects(s, e)

ProposerRefusals(m, s, e) == Proposer(m)!Refusals(s, e)
ProposerAfter(m, s, e) == Proposer(m)!After(s, e)
ProposerEffects(m, s, e) == Proposer(m)!Effects(s, e)

L1Refusals(b) == ProposeRefusals(b)

\* What effects of one kind are about.
Bodies(effects, kind) ==
    {effects[i].body : i \in {i \in DOMAIN effects : effects[i].kind = kind}}

-----------------------------------------------------------------------------
\* Initially every node is up and level.

Start(s) == [s EXCEPT !.view = ViewOf(<<>>)]

Init ==
    /\ slot = 0
    /\ phase = "build"
    /\ attester = [m \in Honest |-> Start(Attester(m)!Initial)]
    /\ proposer = [m \in HonestProposers |-> Start(Proposer(m)!Initial)]
    /\ attested = [m \in Honest |-> {}]
    /\ offered = [m \in HonestProposers |-> {}]
    /\ submitted = {}
    /\ chain = <<>>
    /\ crashed = NoCrash

-----------------------------------------------------------------------------
\* Steps of honest nodes.

\* An event of a member's attester alone.
AttesterStep(m, e) ==
    \E s \in {attester[m]} :
        /\ AttesterRefusals(m, s, e) = {}
        /\ attester' = [attester EXCEPT ![m] = AttesterAfter(m, s, e)]
        /\ attested' = [attested EXCEPT ![m] = @ \cup Bodies(AttesterEffects(m, s, e), "send")]
        /\ UNCHANGED <<slot, phase, proposer, offered, submitted, chain, crashed>>

\* What a proposer hands to L1.
Submission(m, body) ==
    [caller |-> m, proposal |-> body.proposal, signers |-> Elements(body.attestations)]

\* An event of a proposer alone.
ProposerStep(m, e) ==
    \E s \in {proposer[m]} :
        /\ ProposerRefusals(m, s, e) = {}
        /\ proposer' = [proposer EXCEPT ![m] = ProposerAfter(m, s, e)]
        /\ \E effects \in {ProposerEffects(m, s, e)} :
            /\ offered' = [offered EXCEPT ![m] = @ \cup Bodies(effects, "send")]
            /\ submitted' = submitted \cup {Submission(m, body) : body \in Bodies(effects, "submit")}
        /\ UNCHANGED <<slot, phase, attester, attested, chain, crashed>>

\* An event of the node: its roles have one store of transactions, one follower and one
\* fate.
NodeStep(m, e) ==
    /\ AttesterRefusals(m, attester[m], e) = {}
    /\ attester' = [attester EXCEPT ![m] = AttesterAfter(m, @, e)]
    /\ proposer' = [n \in HonestProposers |->
           IF n = m THEN ProposerAfter(n, proposer[n], e) ELSE proposer[n]]
    /\ UNCHANGED <<slot, phase, attested, offered, submitted, chain>>

\* TX-1, TX-4.
TransactionVerified(m, t, valid) ==
    /\ NodeStep(m, [name |-> "transactionVerified", transaction |-> t, valid |-> valid])
    /\ UNCHANGED crashed

\* FOLLOW-1, FOLLOW-9. A report that says nothing new is none.
HasNews(m) ==
    LET view == attester[m].view
    IN view # ViewOf(chain) /\ (view = NoView \/ TipOf(chain).slot < slot)

Follow(m) ==
    /\ HasNews(m)
    /\ NodeStep(m, [name |-> "follow", view |-> ViewOf(chain)])
    /\ UNCHANGED crashed

\* ATTEST-7, ATTEST-10, BUILD-5, BUILD-6.
Crash(m, store) ==
    /\ crashed = NoCrash
    /\ NodeStep(m, [name |-> "crash", store |-> store])
    /\ crashed' = [node |-> m, store |-> store, signed |-> attester[m].signed]

\* ATTEST-1 to ATTEST-14.
ReceiveProposal(m, signer, p) ==
    AttesterStep(m, [name |-> "receiveProposal", form |-> "fits", signer |-> signer, proposal |-> p])

\* Of the work or the building: a result of anything else is refused.
ResultOf(what) == [
    name         |-> "executed",
    parent       |-> what.parent,
    transactions |-> what.transactions,
    forced       |-> what.forced ]

\* ATTEST-15 to ATTEST-19.
Attest(m) ==
    /\ attester[m].work.slot = slot
    /\ AttesterStep(m, ResultOf(attester[m].work))

\* BUILD-1 to BUILD-16.
Build(m, L, forced) ==
    ProposerStep(m, [name |-> "build", transactions |-> L, forced |-> forced])

\* BUILD-18.
Propose(m) ==
    /\ proposer[m].building.slot = slot
    /\ ProposerStep(m, ResultOf(proposer[m].building))

\* BUILD-19, BUILD-20.
ReceiveAttestation(m, signer, p) ==
    ProposerStep(m, [name |-> "receiveAttestation", form |-> "fits", signer |-> signer, proposal |-> p])

\* BUILD-21 to BUILD-23.
Publish(m) == ProposerStep(m, [name |-> "publish"])

-----------------------------------------------------------------------------
\* Steps of L1, and of time.

\* PROPOSE-3 to PROPOSE-12. What was handed over may land in any phase of its slot
\* (BUILD-23), or never.
Take(b) ==
    /\ L1Refusals(b) = {}
    /\ chain' = Append(chain, b)
    /\ UNCHANGED <<slot, phase, attester, proposer, attested, offered, submitted, crashed>>

\* BUILD-24.
Pass ==
    LET e == [name |-> "tick"] IN
    /\ attester' = [m \in Honest |-> AttesterAfter(m, attester[m], e)]
    /\ proposer' = [m \in HonestProposers |-> ProposerAfter(m, proposer[m], e)]
    /\ \E next \in {Tick([slot |-> slot, phase |-> phase])} :
        slot' = next.slot /\ phase' = next.phase
    /\ UNCHANGED <<attested, offered, submitted, chain, crashed>>
=============================================================================
