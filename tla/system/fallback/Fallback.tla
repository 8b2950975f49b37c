------------------------------ MODULE Fallback ------------------------------
(***************************************************************************)
(* The chain with and without a committee: honest nodes with the rules of  *)
(* FollowerRules, FallbackProposerRules and ProposerRules, a committee of  *)
(* one seat, somebody Byzantine who proves blocks as well, and L1 as       *)
(* L1Chain has it.  One step is one step of a node, one transaction that   *)
(* L1 takes, or the passing of one slot.                                   *)
(*                                                                         *)
(* There is no network.  What an honest node handed to L1 stays            *)
(* deliverable, whatever becomes of its store; what a Byzantine one can    *)
(* hand in, at any time.                                                   *)
(*                                                                         *)
(* Of what lies outside: the attestation of a proposal is the seat's own   *)
(* and comes at once (Slot has that); an epoch is claimed and proven by    *)
(* anybody, or by nobody (Epoch has that).                                 *)
(*                                                                         *)
(* Frozen: a follower reads L1 and has all bodies in one step, and L1      *)
(* takes none that cannot be proven, so that there is no alarm;            *)
(* transactions of nodes are held from the start, or lost; a slot has no   *)
(* phases, and an execution takes none; the set and its samples stay; L1   *)
(* goes back by one transaction, and once.                                 *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

CONSTANTS
    SlotsPerEpoch, ClaimWindowSlots,       \* counts of slots, TIME-2, CLAIM-1
    EnterSlots, ExitSlots, ActivitySlots,  \* counts of slots, FALLBACK-1, FALLBACK-6, FALLBACK-7
    DelayEpochs,        \* count of epochs, QUEUE-3
    ForcedMinimum,      \* QUEUE-7: m
    MinTxPerBlock,      \* BUILD-13
    MaxViewAge,         \* count of slots, FOLLOW-11
    KnownTransactions,  \* all that can be held, ascending by name
    InitialHeld,        \* what every honest node holds at first
    Forceable,          \* the transactions that enter the queue, in this order
    Nodes,              \* the honest nodes, all of which build in fallback
    Seat,               \* the committee: one of the nodes, or a Byzantine member
    Reads,              \* whether every node reads L1 when a slot begins
    Reorganises,        \* whether L1 goes back
    Horizon             \* the last slot that is explored

\* The names of values and of what roles decide alike do not depend on the node.
INSTANCE NodeLists

Committees == [n \in 1..Horizon + 1 |-> <<Seat>>]
Proposers == [n \in 1..Horizon + 1 |-> Seat]

FollowerRole == INSTANCE FollowerRules
BuilderRole == INSTANCE FallbackProposerRules
ProposerRole == INSTANCE ProposerRules WITH Self <- Seat

HonestSeats == {Seat} \cap Nodes

-----------------------------------------------------------------------------
VARIABLE slot     \* the current slot, a count from 0
VARIABLE proven   \* of L1Chain: the tip of the proven chain,
VARIABLE pending  \* the blocks beyond it that are alive, oldest first,
VARIABLE claim    \* the claim that is alive, or NoClaim,
VARIABLE queue    \* the forced-inclusion queue,
VARIABLE taken    \* how many of it the proven chain has taken,
VARIABLE mode     \* who builds: {countedFrom, entered, advanced},
VARIABLES forged, validators, samples  \* and what stays as it is: no attestation is false
VARIABLE ledger   \* the blocks of the chain that is in effect, oldest first:
                  \* {header, signers, isProven}

VARIABLES         \* the same as they are without the last transaction of L1
    wasProven, wasPending, wasClaim, wasQueue, wasTaken, wasMode, wasForged, wasLedger

VARIABLE follower     \* per node, the state of its follower
VARIABLE builder      \* per node, the state of its fallback proposer
VARIABLE proposer     \* per honest seat, the state of its proposer
VARIABLE fresh        \* the nodes since whose reading L1 took nothing
VARIABLE handed       \* what nodes handed to L1 in fallback and may still land:
                      \* {caller, block, isProven}
VARIABLE published    \* what an honest seat ever handed to L1: {caller, proposal, signers}
VARIABLE crashed      \* the one crash there may be: {node, store}, or NoCrash
VARIABLE reorganised  \* whether L1 went back

chainVariables == <<proven, pending, claim, queue, taken, mode, forged, ledger>>
formerVariables ==
    <<wasProven, wasPending, wasClaim, wasQueue, wasTaken, wasMode, wasForged, wasLedger>>
l1Variables == <<slot, chainVariables, formerVariables, validators, samples, reorganised>>
nodeVariables == <<follower, builder, proposer, fresh, handed, published, crashed>>
fallbackVariables == <<l1Variables, nodeVariables>>

\* Of a claim its epoch is all that can differ; what is false of attestations is nothing, and
\* who can propose stays.
State == [
    slot        |-> slot,
    proven      |-> proven,
    pending     |-> pending,
    claim       |-> claim.epochToProve,
    queue       |-> queue,
    taken       |-> taken,
    mode        |-> mode,
    ledger      |-> ledger,
    former      |-> [
        proven  |-> wasProven,
        pending |-> wasPending,
        claim   |-> wasClaim.epochToProve,
        queue   |-> wasQueue,
        taken   |-> wasTaken,
        mode    |-> wasMode,
        ledger  |-> wasLedger ],
    reorganised |-> reorganised,
    follower    |-> follower,
    builder     |-> builder,
    proposer    |-> proposer,
    fresh       |-> fresh,
    handed      |-> handed,
    published   |-> published,
    crashed     |-> crashed ]

NoCrash == [node |-> "nobody", store |-> "kept"]

-----------------------------------------------------------------------------
\* L1. Nobody samples: the seat is all there is.

Members == <<Seat>>
Sample == [epoch |-> 0, members |-> Members]
SampleAgain(set, randao, epoch) == Sample
ProposerAlways(sample, members, n) == Seat
Set == [current |-> Members, previous |-> Members, earlier |-> Members, changedEpoch |-> 0]

NoClaim == [epochToProve |-> -1]
L1Genesis == [slot |-> -1, content |-> "none", beneficiary |-> "none", forced |-> 0]
\* What no block is.
L1Nothing == [L1Genesis EXCEPT !.slot = -2]

L1 == INSTANCE L1Chain WITH
    Genesis <- L1Genesis, Minimum <- ForcedMinimum, ChallengeSlots <- 0, SeedLookaheadEpochs <- 1,
    Drawn <- SampleAgain, Proposes <- ProposerAlways

Former == INSTANCE L1Chain WITH
    Genesis <- L1Genesis, Minimum <- ForcedMinimum, ChallengeSlots <- 0, SeedLookaheadEpochs <- 1,
    Drawn <- SampleAgain, Proposes <- ProposerAlways,
    proven <- wasProven, pending <- wasPending, claim <- wasClaim, queue <- wasQueue,
    taken <- wasTaken, mode <- wasMode,
    forged <- wasForged

Names(entries) == [i \in DOMAIN entries |-> entries[i].transaction]

\* QUEUE-8: what of the queue no block of the chain took.
WaitingEntries == SubSeq(queue, L1!Included + 1, Len(queue))
Waiting == Names(WaitingEntries)

-----------------------------------------------------------------------------
\* Blocks: how nodes name them and how L1 does (F-42).

Headers(entries) == [i \in DOMAIN entries |-> entries[i].header]
TipOf(entries) == FollowerRole!TipOf(Headers(entries))
Settled == Len(ledger) - Len(pending)
ProvenLedger == SubSeq(ledger, 1, Settled)

\* `b` has a slot, a parent, transactions and how many of them are forced.
HeaderOf(b) == [
    slot   |-> b.slot,
    parent |-> b.parent,
    body   |-> b.transactions,
    forced |-> SubSeq(b.transactions, 1, b.forced),
    root   |-> Root(b.parent, b.transactions, b.forced) ]

\* L1 sees whether a block has others than forced ones, and not what a block is made of.
ContentOf(b) ==
    LET own == Others(b.transactions, b.forced)
    IN IF own = <<>> THEN "none" ELSE SequenceId(own)
BlockOf(b) == [slot |-> b.slot, content |-> ContentOf(b), beneficiary |-> "none", forced |-> b.forced]

\* The block of the chain that a node names so, if there is one.
Named(tip) ==
    LET places == {i \in DOMAIN ledger : TipOf(SubSeq(ledger, 1, i)) = tip}
        at == CHOOSE i \in places : TRUE
        header == ledger[at].header
    IN IF tip = Genesis THEN L1Genesis
       ELSE IF places = {} THEN L1Nothing
       ELSE BlockOf([slot         |-> header.slot,
                     parent       |-> header.parent,
                     transactions |-> header.body,
                     forced       |-> Len(header.forced)])

\* QUEUE-5: the commitment of a header is that of its body.
TakesTheFront(b) == Front(b.transactions, b.forced, Waiting)

-----------------------------------------------------------------------------
\* What L1 refuses, by name; L1Chain has the same checks without names.

LeavesDue(b) ==
    /\ b.forced < Len(WaitingEntries)
    /\ WaitingEntries[b.forced + 1].includedByEpoch <= L1!Now

QueueRefusalsOf(b) == UNION {
    Require(b.forced <= Len(WaitingEntries), "ForcedBeyondQueue"),                    \* QUEUE-4
    Require(TakesTheFront(b), "ForcedHashMismatch"),                                  \* QUEUE-5
    Require(LeavesDue(b) => ContentOf(b) = "none", "ForcedTransactionsDue"),          \* QUEUE-6
    Require(LeavesDue(b) => b.forced >= ForcedMinimum, "ForcedBelowMinimum") }        \* QUEUE-7

\* `b` is {caller, block, isProven}.
ProvenRefusals(b) == UNION {
    Require(L1!InFallback, "FallbackNotActive"),                                      \* FALLBACK-9
    Require(b.block.slot <= slot, "SlotInFuture"),                                    \* FALLBACK-12
    Require(Named(b.block.parent) = proven, "ParentNotTip"),                          \* FALLBACK-11
    Require(b.block.slot > proven.slot, "SlotTaken"),                                 \* PROPOSE-6
    QueueRefusalsOf(b.block),
    Require(b.isProven, "ProofInvalid") }                                             \* FALLBACK-13

\* `b` is {caller, proposal, signers}.
AttestedRefusals(b) == UNION {
    Require(~L1!InFallback, "FallbackActive"),                                        \* FALLBACK-5
    Require(b.proposal.slot = slot, "SlotNotCurrent"),                                \* PROPOSE-3
    Require(Named(b.proposal.parent) = L1!ChainTip, "ParentNotTip"),                  \* PROPOSE-5
    Require(L1!ChainTip.slot < b.proposal.slot, "SlotTaken"),                         \* PROPOSE-6
    Require(b.caller = Seat, "CallerNotProposer"),                                    \* PROPOSE-7
    QueueRefusalsOf(b.proposal),
    Require(Seat \in b.signers, "QuorumNotReached") }                                 \* PROPOSE-11

ClaimRefusals == UNION {
    Require(~L1!InFallback, "FallbackActive"),                                        \* FALLBACK-5
    Require(slot % SlotsPerEpoch < ClaimWindowSlots, "ClaimWindowClosed"),            \* CLAIM-1
    Require(pending # <<>> /\ L1!OldestEpoch < L1!Now, "NothingToClaim"),             \* CLAIM-2
    Require(claim = NoClaim, "ClaimAlreadyMade") }                                    \* CLAIM-4

ProofRefusals == UNION {
    Require(pending # <<>>, "NothingToProve"),                                        \* PROOF-1
    Require(pending # <<>> => L1!OldestEpoch < L1!Now, "EpochNotEnded") }             \* PROOF-2

-----------------------------------------------------------------------------
\* What a node reads of L1, FOLLOW-7.

\* The first slot to come of which something is due, or -1.
FirstSlot(Due(_)) ==
    LET slots == {n \in slot + 1..slot + EnterSlots + 2 * SlotsPerEpoch + ExitSlots : Due(n)}
    IN IF slots = {} THEN -1 ELSE CHOOSE n \in slots : \A other \in slots : n <= other

\* PRUNE-1, PRUNE-2, FALLBACK-4.
DropsIn(n) == L1!DiesIn(n) \/ L1!EntersIn(n)
EntersIn(n) == L1!EntersIn(n)
LeavesIn(n) == L1!LeavesIn(n)

Shown ==
    LET entry == IF L1!InFallback THEN mode.entered ELSE FirstSlot(EntersIn)
        exit == IF L1!InFallback THEN FirstSlot(LeavesIn)
                ELSE IF entry = -1 THEN -1
                ELSE entry + Lesser(ExitSlots, ActivitySlots)
    IN [time          |-> slot,
        chain         |-> Headers(ledger),
        proven        |-> Settled,
        final         |-> 0,
        prunesAt      |-> IF pending = <<>> THEN -1 ELSE FirstSlot(DropsIn),
        fallbackFrom  |-> entry,
        fallbackUntil |-> exit,
        forced        |-> Names(queue),
        setUp         |-> -1]

-----------------------------------------------------------------------------
\* The rules as the system has them: the only place that names them.

FollowerRefusals(s, e) == FollowerRole!Refusals(s, e)
FollowerAfter(s, e) == FollowerRole!After(s, e)
ReportOf(s) == FollowerRole!ViewReport(s)

BuilderRefusals(s, e) == BuilderRole!Refusals(s, e)
BuilderAfter(s, e) == BuilderRole!After(s, e)
BuilderEffects(s, e) == BuilderRole!Effects(s, e)

ProposerRefusals(s, e) == ProposerRole!Refusals(s, e)
ProposerAfter(s, e) == ProposerRole!After(s, e)
ProposerEffects(s, e) == ProposerRole!Effects(s, e)

L1Tick == L1!Tick
L1Propose(e) == L1!Propose(e)
L1Claim(e) == L1!Claim(e)
L1Prove(e) == L1!Prove(e)
L1ProposeProven(e) == L1!ProposeProven(e)
L1Force(e) == L1!Force(e)

\* What effects of one kind are about.
Bodies(effects, kind) ==
    {effects[i].body : i \in {i \in DOMAIN effects : effects[i].kind = kind}}

-----------------------------------------------------------------------------
\* Initially every node is up, and has read an L1 without blocks.

RECURSIVE CaughtUp(_)
CaughtUp(s) ==
    LET e == [name |-> "fetched", header |-> s.fetching, body |-> s.fetching.body]
    IN IF FollowerRefusals(s, e) = {} THEN CaughtUp(FollowerAfter(s, e)) ELSE s

\* FOLLOW-1, FOLLOW-3.
Read(s, view) == CaughtUp(FollowerAfter(s, [name |-> "readView", view |-> view]))
\* What the other roles of the node are told.
Told(s) == [name |-> "follow", view |-> ReportOf(s)]

FirstView == [FollowerRole!NoL1View EXCEPT !.time = 0]
FirstFollower == Read(FollowerRole!Initial, FirstView)

Init ==
    /\ slot = 0
    /\ proven = L1Genesis
    /\ pending = <<>>
    /\ claim = NoClaim
    /\ queue = <<>>
    /\ taken = 0
    /\ mode = L1!Nobody
    /\ forged = <<>>
    /\ validators = Set
    /\ samples = <<Sample>>
    /\ ledger = <<>>
    /\ wasProven = proven
    /\ wasPending = pending
    /\ wasClaim = claim
    /\ wasQueue = queue
    /\ wasTaken = taken
    /\ wasMode = mode
    /\ wasForged = forged
    /\ wasLedger = ledger
    /\ reorganised = FALSE
    /\ follower = [m \in Nodes |-> FirstFollower]
    /\ builder = [m \in Nodes |-> BuilderRole!After(BuilderRole!Initial, Told(FirstFollower))]
    /\ proposer = [m \in HonestSeats |-> ProposerRole!After(ProposerRole!Initial, Told(FirstFollower))]
    /\ fresh = Nodes
    /\ handed = {}
    /\ published = {}
    /\ crashed = NoCrash

-----------------------------------------------------------------------------
\* Steps of honest nodes.

\* FOLLOW-1 to FOLLOW-3, FOLLOW-7: the roles of a node have one follower.
Follow(m) ==
    /\ m \notin fresh \/ follower[m].view.time # slot
    /\ \E view \in {Shown} : \E s \in {Read(follower[m], view)} :
        /\ FollowerRefusals(follower[m], [name |-> "readView", view |-> view]) = {}
        /\ follower' = [follower EXCEPT ![m] = s]
        /\ builder' = [builder EXCEPT ![m] = BuilderAfter(@, Told(s))]
        /\ proposer' = [n \in HonestSeats |->
               IF n = m THEN ProposerAfter(proposer[n], Told(s)) ELSE proposer[n]]
    /\ fresh' = fresh \cup {m}
    /\ UNCHANGED <<handed, published, crashed, l1Variables>>

\* An event of a fallback proposer alone. A result counts as right that comes from what was
\* asked for: a block that is handed in has a proof if one was made.
BuilderStep(m, e) ==
    \E s \in {builder[m]} :
        /\ BuilderRefusals(s, e) = {}
        /\ builder' = [builder EXCEPT ![m] = BuilderAfter(s, e)]
        /\ handed' = handed \cup
               {[caller |-> m, block |-> body.block, isProven |-> body.block = s.proven] :
                   body \in Bodies(BuilderEffects(s, e), "submit")}
        /\ UNCHANGED <<follower, proposer, fresh, published, crashed, l1Variables>>

\* BASED-1 to BASED-8: begun, and executed at once.
Build(m, L, forced) ==
    \E e \in {[name |-> "build", transactions |-> L, forced |-> forced]}, s \in {builder[m]} :
        /\ BuilderRefusals(s, e) = {}
        /\ \E begun \in {BuilderAfter(s, e)} :
           \E result \in {[name         |-> "executed",
                           parent       |-> begun.building.parent,
                           transactions |-> begun.building.transactions,
                           forced       |-> begun.building.forced]} :
            /\ BuilderRefusals(begun, result) = {}
            /\ builder' = [builder EXCEPT ![m] = BuilderAfter(begun, result)]
        /\ UNCHANGED <<follower, proposer, fresh, handed, published, crashed, l1Variables>>

\* BASED-7, BASED-8.
Proved(m) ==
    LET b == builder[m].building IN
    BuilderStep(m, [name |-> "proved", slot |-> b.slot, parent |-> b.parent,
                    transactions |-> b.transactions, forced |-> b.forced])

\* BASED-7 to BASED-10.
Submit(m) == BuilderStep(m, [name |-> "submitBlock"])

\* BASED-3.
GiveUp(m) ==
    /\ builder[m].building # NoBuilding \/ builder[m].proven # NoBuilding
    /\ BuilderStep(m, [name |-> "giveUp"])

\* An event of the proposer alone.
ProposerStep(m, e) ==
    \E s \in {proposer[m]} :
        /\ ProposerRefusals(s, e) = {}
        /\ proposer' = [proposer EXCEPT ![m] = ProposerAfter(s, e)]
        /\ published' = published \cup
               {[caller |-> m, proposal |-> body.proposal, signers |-> Elements(body.attestations)] :
                   body \in Bodies(ProposerEffects(s, e), "submit")}
        /\ UNCHANGED <<follower, builder, fresh, handed, crashed, l1Variables>>

\* BUILD-1 to BUILD-16.
BuildAsSeat(m, L, forced) ==
    ProposerStep(m, [name |-> "build", transactions |-> L, forced |-> forced])

\* BUILD-18.
ProposeAsSeat(m) ==
    LET b == proposer[m].building IN
    ProposerStep(m, [name |-> "executed", parent |-> b.parent, transactions |-> b.transactions,
                     forced |-> b.forced])

\* BUILD-20: the own attester signs what the own proposer proposes.
AttestAsSeat(m) ==
    ProposerStep(m, [name |-> "receiveAttestation", form |-> "fits", signer |-> m,
                     proposal |-> proposer[m].proposed])

\* BUILD-21 to BUILD-23.
PublishAsSeat(m) == ProposerStep(m, [name |-> "publish"])

\* BASED-1, BUILD-5, FOLLOW-1: roles crash together.
Crash(m, store) ==
    LET e == [name |-> "crash", store |-> store] IN
    /\ crashed = NoCrash
    /\ crashed' = [node |-> m, store |-> store]
    /\ follower' = [follower EXCEPT ![m] = FollowerAfter(@, e)]
    /\ builder' = [builder EXCEPT ![m] = BuilderAfter(@, e)]
    /\ proposer' = [n \in HonestSeats |->
           IF n = m THEN ProposerAfter(proposer[n], e) ELSE proposer[n]]
    /\ fresh' = fresh \ {m}
    /\ UNCHANGED <<handed, published, l1Variables>>

-----------------------------------------------------------------------------
\* Steps of L1.

\* What it was is known as long as it may go back.
Remembered(before, after) == IF Reorganises /\ ~reorganised THEN before ELSE after
Remember ==
    /\ wasProven' = Remembered(proven, proven')
    /\ wasPending' = Remembered(pending, pending')
    /\ wasClaim' = Remembered(claim, claim')
    /\ wasQueue' = Remembered(queue, queue')
    /\ wasTaken' = Remembered(taken, taken')
    /\ wasMode' = Remembered(mode, mode')
    /\ wasForged' = Remembered(forged, forged')
    /\ wasLedger' = Remembered(ledger, ledger')

\* What stands on no tip that L1 has or goes back to is worthless for ever.
StillOf(blocks) ==
    LET tips == {TipOf(ProvenLedger), TipOf(SubSeq(wasLedger, 1, Len(wasLedger) - Len(wasPending)))}'
    IN {b \in blocks : b.block.parent \in tips}

L1Step ==
    /\ Remember
    /\ fresh' = {}
    /\ handed' = StillOf(handed)
    /\ UNCHANGED <<slot, validators, samples, reorganised, follower, builder, proposer, published, crashed>>

\* FALLBACK-9 to FALLBACK-14. `b` is {caller, block, isProven}.
TakeProven(b) ==
    LET e == [valid   |-> b.isProven /\ TakesTheFront(b.block),
              parent  |-> Named(b.block.parent),
              slot    |-> b.block.slot,
              content |-> ContentOf(b.block),
              forced  |-> b.block.forced]
    IN
    /\ L1ProposeProven(e)
    /\ ledger' = Append(ProvenLedger, [header |-> HeaderOf(b.block), signers |-> {}, isProven |-> b.isProven])
    /\ L1Step

\* PROPOSE-1 to PROPOSE-12. `b` is {caller, proposal, signers}.
TakeAttested(b) ==
    LET p == b.proposal
        e == [caller       |-> b.caller,
              committee    |-> Members,
              attestations |-> [i \in DOMAIN Members |->
                                   IF Members[i] \in b.signers THEN Members[i] ELSE "none"],
              parent       |-> Named(p.parent),
              content      |-> ContentOf(p),
              forced       |-> p.forced]
    IN
    /\ p.slot = slot
    /\ TakesTheFront(p)
    /\ pending' = Append(pending, BlockOf(p))
    /\ L1Propose(e)
    /\ ledger' = Append(ledger, [header |-> HeaderOf(p), signers |-> b.signers, isProven |-> FALSE])
    /\ L1Step

\* CLAIM-1 to CLAIM-4: whoever has the seat finds a prover.
ClaimEpoch ==
    /\ L1Claim([caller |-> Seat,
                quote  |-> [proverAddress |-> "prover", bondAmount |-> 1, basisPointFee |-> 0]])
    /\ UNCHANGED ledger
    /\ L1Step

\* PROOF-1 to PROOF-7.
ProveEpoch ==
    /\ \E to \in Elements(pending) : L1Prove([valid |-> TRUE, from |-> proven, to |-> to])
    /\ UNCHANGED ledger
    /\ L1Step

\* QUEUE-1 to QUEUE-3: a user that the committee ignores.
Force ==
    /\ Len(queue) < Len(Forceable)
    /\ L1Force([valid |-> TRUE, transaction |-> Forceable[Len(queue) + 1]])
    /\ UNCHANGED ledger
    /\ L1Step

Reorganise ==
    /\ Reorganises /\ ~reorganised
    /\ formerVariables # chainVariables
    /\ proven' = wasProven
    /\ pending' = wasPending
    /\ claim' = wasClaim
    /\ queue' = wasQueue
    /\ taken' = wasTaken
    /\ mode' = wasMode
    /\ forged' = wasForged
    /\ ledger' = wasLedger
    /\ reorganised' = TRUE
    /\ fresh' = {}
    /\ UNCHANGED <<slot, formerVariables, validators, samples, follower, builder, proposer, handed, published, crashed>>

-----------------------------------------------------------------------------
\* Time.

\* PRUNE-1, PRUNE-2, FALLBACK-4.
Kept(blocks, pendingNow, pendingThen) ==
    SubSeq(blocks, 1, Len(blocks) - Len(pendingNow) + Len(pendingThen))

\* Four phases make a slot.
RECURSIVE Ticked(_, _)
Ticked(s, times) ==
    IF times = 0 THEN s ELSE Ticked(ProposerAfter(s, [name |-> "tick"]), times - 1)

\* FOLLOW-7: what time alone makes due, a node adds by itself.
NodeTicked(s, view) ==
    LET later == FollowerAfter(s, [name |-> "tick"]) IN IF Reads THEN Read(later, view) ELSE later

Pass ==
    /\ L1Tick
    /\ Former!Tick
    /\ ledger' = Kept(ledger, pending, pending')
    /\ wasLedger' = Kept(wasLedger, wasPending, wasPending')
    /\ UNCHANGED reorganised
    /\ \E view \in {Shown'} : follower' = [m \in Nodes |-> NodeTicked(follower[m], view)]
    /\ builder' = [m \in Nodes |->
           BuilderAfter(BuilderAfter(builder[m], [name |-> "tick"]), Told(follower'[m]))]
    /\ proposer' = [m \in HonestSeats |->
           ProposerAfter(Ticked(proposer[m], 4), Told(follower'[m]))]
    /\ fresh' = IF Reads THEN Nodes ELSE fresh
    /\ UNCHANGED <<handed, published, crashed>>
=============================================================================
