------------------------------- MODULE Epoch --------------------------------
(***************************************************************************)
(* Proposers that claim, provers and L1 over a few epochs: honest nodes    *)
(* with the rules of ClaimantRules and ProverRules, Byzantine proposers    *)
(* and provers, and L1Chain with an escrow of each prover.  One step is    *)
(* one step of one node, one transaction that L1 takes, the passing of one *)
(* slot, or a reorganisation of L1.                                        *)
(*                                                                         *)
(* Blocks come from an oracle: in every slot there is at most one that a   *)
(* quorum attested, and L1 takes it or not (OracleIsOfSlots).              *)
(*                                                                         *)
(* There is no network.  What an honest node signed or handed over stays   *)
(* deliverable, whatever becomes of its store; of a Byzantine one every    *)
(* typed message is, at any time.  So every message can come late, again,  *)
(* in any order or never, and what comes again is refused.                 *)
(*                                                                         *)
(* Frozen: the alarm, fallback, challenges, and bodies that are not there; *)
(* forms of messages other than those that fit (actors have them); rewards;*)
(* deposits after the first slot; proofs that are wrong.                   *)
(***************************************************************************)
EXTENDS NodeHeld

CONSTANTS
    SlotsPerEpoch,    \* count of slots, TIME-2
    ClaimWindow,      \* count of slots: C, CLAIM-1
    MinimumBond,      \* CLAIM-6, in wei
    FeeMaximum,       \* CLAIM-7, in basis points
    WithdrawalDelay,  \* count of slots, ESCROW-12
    Proposers,        \* per slot, its proposer
    KnownProvers,     \* all that can quote, ascending by name
    Byzantine,        \* keys of proposers and provers that do what they want
    Lists,            \* per slot, the transactions that its committee can attest; none: no block
    Reached,          \* per transaction, the honest provers that it ever comes to
    Deposits,         \* per prover, what its escrow has at first, in wei
    Memory,           \* count of slots by which L1 can be reorganised
    ViewsExpire       \* whether a view counts only in the slot in which it was read, FOLLOW-11

Claimant(m) == INSTANCE ClaimantRules WITH Self <- m
Prover(p) == INSTANCE ProverRules WITH Self <- p

Claimants == Elements(Proposers) \ Byzantine
Provers == Elements(KnownProvers)
HonestProvers == Provers \ Byzantine
Nodes == Claimants \cup HonestProvers
Slots == 0..Len(Proposers) - 1
ProposerOf(n) == Proposers[n + 1]
ListOf(n) == Lists[n + 1]

ASSUME SlotsHaveLists == DOMAIN Lists = DOMAIN Proposers
ASSUME ReachedAreHonest ==
    /\ DOMAIN Reached = Elements(KnownTransactions)
    /\ \A t \in DOMAIN Reached : Reached[t] \subseteq HonestProvers
ASSUME EscrowsHaveAmounts == DOMAIN Deposits = Provers /\ \A p \in Provers : Deposits[p] \in Nat
\* ESCROW-11.
ASSUME DelayCoversQuotes == WithdrawalDelay >= SlotsPerEpoch + ClaimWindow

VARIABLE slot         \* the current slot, a count from 0
VARIABLE proven       \* of L1: the tip of the proven chain
VARIABLE pending      \* of L1: the blocks beyond it that are alive, oldest first
VARIABLE claim        \* of L1: the claim that is alive, or NoClaim
VARIABLE forged       \* of L1: per pending block, what of its attestations is false, which is nothing
VARIABLE escrow       \* of L1: per prover {available, withdrawing, unlockSlot, staked, slashed, failed}
VARIABLE attested     \* per slot, the parent of the block that a quorum attested, or Unattested
VARIABLE past         \* what L1 would be now if the last 1, 2, ... slots had brought nothing but time
VARIABLE reorganised  \* the depth of the one reorganisation there may be, or 0
VARIABLE claimant     \* per honest proposer, the state of its claimant
VARIABLE prover       \* per honest prover, the state of that role
VARIABLE offered      \* the quotes that honest provers ever signed
VARIABLE claims       \* what honest proposers ever handed to L1: {caller, quote}
VARIABLE proofs       \* the last blocks of epochs of which honest provers ever handed in a proof
VARIABLE calls        \* of honest provers: calls of the escrow on their way, {prover, call, amount}
VARIABLE crashed      \* the one crash there may be: {node, store}, or NoCrash

l1Variables == <<proven, pending, claim, forged, escrow>>
oracleVariables == <<attested, past, reorganised>>
nodeVariables == <<claimant, prover>>
sentVariables == <<offered, claims, proofs, calls>>
epochVariables == <<slot, l1Variables, oracleVariables, nodeVariables, sentVariables, crashed>>

NoCrash == [node |-> "nobody", store |-> "kept"]
Unattested == [slot |-> -2, root |-> <<>>]

State == [
    slot        |-> slot,
    proven      |-> proven,
    pending     |-> pending,
    claim       |-> claim,
    escrow      |-> escrow,
    attested    |-> [i \in DOMAIN Proposers |-> attested[i - 1]],
    past        |-> past,
    reorganised |-> reorganised,
    claimant    |-> claimant,
    prover      |-> prover,
    offered     |-> offered,
    claims      |-> claims,
    proofs      |-> proofs,
    calls       |-> calls,
    crashed     |-> crashed ]

-----------------------------------------------------------------------------
\* Blocks, as L1 and as nodes name them (F-42).

OnL1(b) == [
    slot        |-> b.slot,
    content     |-> IF b = Genesis THEN "none" ELSE SequenceId(b.root),
    beneficiary |-> "none",
    forced      |-> 0 ]

\* The block of a slot, on its parent.
BlockOn(parent, n) == [slot |-> n, root |-> Appended(parent.root, ListOf(n))]
AttestedIn(n) == BlockOn(attested[n], n)
Named(b) == IF b.slot = -1 THEN Genesis ELSE AttestedIn(b.slot)

\* Of the block alone.
TransactionsOf(b) ==
    SelectSeq(ListOf(b.slot), LAMBDA t : t \notin Elements(attested[b.slot].root))

RECURSIVE TransactionsIn(_)
TransactionsIn(blocks) ==
    IF blocks = <<>> THEN <<>> ELSE TransactionsOf(Head(blocks)) \o TransactionsIn(Tail(blocks))

EpochOf(n) == n \div SlotsPerEpoch

\* PROOF-3: the block that the epoch of this one stands on.
RECURSIVE Before(_, _)
Before(b, epoch) ==
    IF b = Genesis \/ EpochOf(b.slot) # epoch THEN b ELSE Before(attested[b.slot], epoch)

-----------------------------------------------------------------------------
\* L1.

NoClaim == [
    epochToProve  |-> -1,
    proverAddress |-> "nobody",
    bondAmount    |-> 0,
    basisPointFee |-> 0,
    claimant      |-> "nobody" ]

\* Committees are those of the oracle: who they are does not matter here.
Committee == Proposers
Sample == [epoch |-> 0, members |-> Committee]
ProposesFor(sample, members, n) == ProposerOf(n)
NothingDrawn(set, randao, epoch) == Sample

NothingForged(blocks) == [i \in DOMAIN blocks |-> {}]

L1 == INSTANCE L1Chain WITH
    ClaimWindowSlots <- ClaimWindow,
    EnterSlots <- 0, ExitSlots <- 0, ActivitySlots <- 0, DelayEpochs <- 0, Minimum <- 0,
    ChallengeSlots <- 0, SeedLookaheadEpochs <- 0,
    Genesis <- OnL1(Genesis), Drawn <- NothingDrawn, Proposes <- ProposesFor,
    validators <- [changedEpoch |-> 0], samples <- [i \in 1..1 |-> Sample], queue <- <<>>, taken <- 0,
    mode <- [countedFrom |-> -1, entered |-> -1, advanced |-> -1]

\* The same in a state that need not be the current one.
Then(x) == INSTANCE L1Chain WITH
    ClaimWindowSlots <- ClaimWindow,
    EnterSlots <- 0, ExitSlots <- 0, ActivitySlots <- 0, DelayEpochs <- 0, Minimum <- 0,
    ChallengeSlots <- 0, SeedLookaheadEpochs <- 0,
    Genesis <- OnL1(Genesis), Drawn <- NothingDrawn, Proposes <- ProposesFor,
    slot <- x.slot, proven <- x.proven, pending <- x.pending, claim <- x.claim,
    validators <- [changedEpoch |-> 0], samples <- [i \in 1..1 |-> Sample], queue <- <<>>, taken <- 0,
    forged <- NothingForged(x.pending),
    mode <- [countedFrom |-> -1, entered |-> -1, advanced |-> -1]

L1State == [slot |-> slot, proven |-> proven, pending |-> pending, claim |-> claim, escrow |-> escrow]

Covered(p) == escrow[p].available + escrow[p].withdrawing

\* CLAIM-10.
Staked(account, bond) ==
    LET rest == IF bond > account.available THEN bond - account.available ELSE 0 IN
    [account EXCEPT !.available = @ - (bond - rest),
                    !.withdrawing = @ - rest,
                    !.unlockSlot = IF account.withdrawing = rest THEN -1 ELSE @,
                    !.staked = @ + bond]
\* PROOF-7.
Returned(account, bond) ==
    [account EXCEPT !.staked = @ - bond, !.available = @ + bond, !.failed = FALSE]
\* PRUNE-3.
Slashed(account, bond) ==
    [account EXCEPT !.staked = @ - bond, !.slashed = @ + bond, !.failed = TRUE]

\* What time makes of L1: the next slot, and what is due in it.
Passed(x) ==
    LET next == x.slot + 1
        after == Then(x)!ClaimIn(next)
    IN [slot    |-> next,
        proven  |-> x.proven,
        pending |-> Then(x)!PendingIn(next),
        claim   |-> after,
        escrow  |-> IF after = x.claim THEN x.escrow
                    ELSE [x.escrow EXCEPT ![x.claim.proverAddress] = Slashed(@, x.claim.bondAmount)]]

\* What nodes that are level are told (FOLLOW-7).
OldestUnproven == IF pending = <<>> THEN -1 ELSE L1!OldestEpoch
OfOldest == SelectSeq(pending, LAMBDA b : EpochOf(b.slot) = OldestUnproven)

ClaimView == [
    follows  |-> "level",
    alarm    |-> FALSE,
    fallback |-> FALSE,
    epoch    |-> OldestUnproven,
    claim    |-> claim.proverAddress,
    coverage |-> LET covered == SelectSeq(KnownProvers, LAMBDA p : Covered(p) > 0)
                 IN [i \in DOMAIN covered |-> [prover |-> covered[i], amount |-> Covered(covered[i])]],
    failed   |-> SelectSeq(KnownProvers, LAMBDA p : escrow[p].failed) ]

ProveView(p) == [
    follows      |-> "level",
    alarm        |-> FALSE,
    fallback     |-> FALSE,
    epoch        |-> OldestUnproven,
    tip          |-> IF pending = <<>> THEN Genesis ELSE Named(OfOldest[Len(OfOldest)]),
    transactions |-> TransactionsIn(OfOldest),
    claim        |-> claim.proverAddress,
    available    |-> escrow[p].available,
    withdrawing  |-> escrow[p].withdrawing,
    unlockSlot   |-> escrow[p].unlockSlot ]

\* A node without that role is told nothing of it.
ProveViewOf(n) == IF n \in HonestProvers THEN ProveView(n) ELSE <<>>

\* What L1 asks of a claim; L1Chain leaves the quote and the escrow out.
ClaimEvent(c) == [
    name   |-> "claimEpochProofRight",
    caller |-> c.caller,
    quote  |-> [proverAddress |-> c.quote.prover, bondAmount |-> c.quote.bond, basisPointFee |-> c.quote.fee] ]

ClaimRefusals(c) ==
    LET q == c.quote IN UNION {
    Require(slot % SlotsPerEpoch < ClaimWindow, "ClaimWindowClosed"),             \* CLAIM-1
    Require(pending # <<>> /\ OldestUnproven < EpochOf(slot), "NothingToClaim"),  \* CLAIM-2
    Require(claim = NoClaim, "ClaimAlreadyMade"),                                 \* CLAIM-4
    Require(c.caller = ProposerOf(slot), "CallerNotProposer"),                    \* PROPOSE-7
    Require(q.epoch = EpochOf(slot) - 1, "QuoteForOtherEpoch"),                   \* CLAIM-3
    Require(q.validUntilSlot >= slot, "QuoteExpired"),                            \* CLAIM-5
    Require(q.bond >= MinimumBond, "BondBelowMinimum"),                           \* CLAIM-6
    Require(q.fee <= FeeMaximum, "FeeAboveMaximum"),                              \* CLAIM-7
    Require(q.bond <= Covered(q.prover), "EscrowInsufficient"),                   \* CLAIM-8
    Require(q.prover \in Byzantine \/ q \in offered, "QuoteSignatureInvalid") }   \* CLAIM-9

\* And of a proof; L1Chain says what it does.
ProofRefusals(tip) == UNION {
    Require(pending # <<>>, "NothingToProve"),                                    \* PROOF-1
    Require(OldestUnproven < EpochOf(slot), "EpochNotEnded"),                     \* PROOF-2
    Require(OnL1(Before(tip, EpochOf(tip.slot))) = proven, "ProofStartMismatch"), \* PROOF-3
    Require(OnL1(tip) = (IF pending = <<>> THEN proven ELSE OfOldest[Len(OfOldest)]),
            "ProofEndMismatch") }                                                 \* PROOF-4

ProofEvent(tip) == [
    name  |-> "submitEpochProof",
    valid |-> TRUE,
    from  |-> OnL1(Before(tip, EpochOf(tip.slot))),
    to    |-> OnL1(tip) ]

-----------------------------------------------------------------------------
\* The rules as the system has them: the only place that names them.

ClaimantRefusals(m, s, e) == Claimant(m)!Refusals(s, e)
ClaimantAfter(m, s, e) == Claimant(m)!After(s, e)
ClaimantEffects(m, s, e) == Claimant(m)!Effects(s, e)

ProverRefusals(p, s, e) == Prover(p)!Refusals(s, e)
ProverAfter(p, s, e) == Prover(p)!After(s, e)
ProverEffects(p, s, e) == Prover(p)!Effects(s, e)

L1Refusals(c) == ClaimRefusals(c)
L1Claims(c) == L1!Claim(ClaimEvent(c))
L1Proves(tip) == L1!Prove(ProofEvent(tip))
AfterSlot(x) == Passed(x)
AfterClaim(account, bond) == Staked(account, bond)
AfterProof(account, bond) == Returned(account, bond)
IsUnlocked(account) == slot >= account.unlockSlot

\* What effects of one kind are about.
Bodies(effects, kind) ==
    {effects[i].body : i \in {i \in DOMAIN effects : effects[i].kind = kind}}

-----------------------------------------------------------------------------
\* Initially every node is up and level.

Opened(p) == [
    available   |-> Deposits[p],
    withdrawing |-> 0,
    unlockSlot  |-> -1,
    staked      |-> 0,
    slashed     |-> 0,
    failed      |-> FALSE ]

Init ==
    /\ slot = 0
    /\ proven = OnL1(Genesis)
    /\ pending = <<>>
    /\ claim = NoClaim
    /\ forged = <<>>
    /\ escrow = [p \in Provers |-> Opened(p)]
    /\ attested = [n \in Slots |-> Unattested]
    /\ past = IF Memory = 0 THEN <<>> ELSE <<L1State>>
    /\ reorganised = 0
    /\ claimant = [m \in Claimants |-> [Claimant(m)!Initial EXCEPT !.view = ClaimView]]
    /\ prover = [p \in HonestProvers |-> [Prover(p)!Initial EXCEPT !.view = ProveView(p)]]
    /\ offered = {}
    /\ claims = {}
    /\ proofs = {}
    /\ calls = {}
    /\ crashed = NoCrash

-----------------------------------------------------------------------------
\* Steps of honest nodes.

\* An event of a claimant alone.
ClaimantStep(m, e) ==
    \E s \in {claimant[m]} :
        /\ ClaimantRefusals(m, s, e) = {}
        /\ claimant' = [claimant EXCEPT ![m] = ClaimantAfter(m, s, e)]
        /\ claims' = claims \cup {[caller |-> m, quote |-> body.quote] :
                                     body \in Bodies(ClaimantEffects(m, s, e), "submit")}
        /\ UNCHANGED <<slot, l1Variables, oracleVariables, prover, offered, proofs, calls, crashed>>

IsProof(body) == body.call = "submitEpochProof"
CallOf(p, body) == [prover |-> p, call |-> body.call, amount |-> IF "amount" \in DOMAIN body THEN body.amount ELSE 0]

\* An event of a prover alone.
ProverStep(p, e) ==
    \E s \in {prover[p]} :
        /\ ProverRefusals(p, s, e) = {}
        /\ prover' = [prover EXCEPT ![p] = ProverAfter(p, s, e)]
        /\ \E effects \in {ProverEffects(p, s, e)} :
            /\ offered' = offered \cup Bodies(effects, "send")
            /\ \E submitted \in {Bodies(effects, "submit")} :
                /\ proofs' = proofs \cup {body.tip : body \in {b \in submitted : IsProof(b)}}
                /\ calls' = calls \cup {CallOf(p, body) : body \in {b \in submitted : ~IsProof(b)}}
        /\ UNCHANGED <<slot, l1Variables, oracleVariables, claimant, claims, crashed>>

\* An event of the node: its roles have one follower and one fate.
NodeStep(n, claimantEvent, proverEvent) ==
    /\ claimant' = [m \in Claimants |->
           IF m = n THEN ClaimantAfter(m, claimant[m], claimantEvent) ELSE claimant[m]]
    /\ prover' = [p \in HonestProvers |->
           IF p = n THEN ProverAfter(p, prover[p], proverEvent) ELSE prover[p]]
    /\ UNCHANGED <<slot, l1Variables, oracleVariables, sentVariables>>

\* FOLLOW-1, FOLLOW-9. A report that says nothing new is none.
IsToldNews(n) ==
    \/ n \in Claimants /\ claimant[n].view # ClaimView
    \/ n \in HonestProvers /\ prover[n].view # ProveView(n)
Follow(n) ==
    /\ IsToldNews(n)
    /\ NodeStep(n, [name |-> "follow", view |-> ClaimView], [name |-> "follow", view |-> ProveViewOf(n)])
    /\ UNCHANGED crashed

\* QUOTE-5, QUOTE-8, QUOTE-12.
Crash(n, store) ==
    /\ crashed = NoCrash
    /\ NodeStep(n, [name |-> "crash", store |-> store], [name |-> "crash", store |-> store])
    /\ crashed' = [node |-> n, store |-> store]

\* QUOTE-1 to QUOTE-3.
ReceiveQuote(m, signer, q) ==
    ClaimantStep(m, [name |-> "receiveQuote", form |-> "fits", signer |-> signer, quote |-> q])

\* QUOTE-4 to QUOTE-6.
HandIn(m) == ClaimantStep(m, [name |-> "claim"])

\* TX-1, PROVE-1.
TransactionVerified(p, t) ==
    /\ p \in Reached[t]
    /\ ProverStep(p, [name |-> "transactionVerified", transaction |-> t, valid |-> TRUE])

\* QUOTE-7 to QUOTE-12.
Quote(p, validUntilSlot, bond, fee) ==
    ProverStep(p, [name |-> "quote", validUntilSlot |-> validUntilSlot, bond |-> bond, fee |-> fee])

\* PROVE-1 to PROVE-3.
Prove(p) == ProverStep(p, [name |-> "prove"])
Proved(p) ==
    LET target == prover[p].proving IN
    ProverStep(p, [name |-> "proved", epoch |-> target.epoch, tip |-> target.tip])

\* PROVE-4 to PROVE-6.
SubmitProof(p) == ProverStep(p, [name |-> "submitProof"])

\* PROVE-7, PROVE-8.
StartWithdrawal(p, amount) == ProverStep(p, [name |-> "startWithdrawal", amount |-> amount])
ExecuteWithdrawal(p) == ProverStep(p, [name |-> "executeWithdrawal"])

-----------------------------------------------------------------------------
\* Steps of L1.

OracleUnchanged == UNCHANGED <<attested, past, reorganised>>
OthersUnchanged == UNCHANGED <<nodeVariables, sentVariables, crashed>>

Tip == Named(L1!ChainTip)

\* What a quorum can attest: the list of the slot, on the tip, where it has something new.
CanAttest ==
    /\ attested[slot] = Unattested
    /\ ~(Elements(ListOf(slot)) \subseteq Elements(Tip.root))
Attests == attested' = [attested EXCEPT ![slot] = Tip]

\* PROPOSE-1 to PROPOSE-12.
Takes(b) ==
    /\ pending' = Append(pending, OnL1(b))
    /\ L1!Propose([
           caller       |-> ProposerOf(slot),
           committee    |-> Committee,
           parent       |-> L1!ChainTip,
           content      |-> OnL1(b).content,
           forced       |-> 0,
           attestations |-> Committee])
    /\ UNCHANGED <<escrow, past, reorganised>>
    /\ OthersUnchanged

\* The block of the slot is attested and taken.
Block == CanAttest /\ Attests /\ Takes(BlockOn(Tip, slot))

\* It is attested and does not land, or not yet: only a reorganisation can tell that from none.
Miss ==
    /\ past # <<>>
    /\ CanAttest
    /\ Attests
    /\ UNCHANGED <<slot, l1Variables, past, reorganised>>
    /\ OthersUnchanged

LandRefusals == UNION {
    Require(attested[slot] = Tip, "ParentNotTip"),                                \* PROPOSE-5
    Require(Tip.slot < slot, "SlotTaken") }                                       \* PROPOSE-6

\* What was attested lands, late in its slot or for the second time.
Land ==
    /\ attested[slot] = Tip
    /\ Takes(AttestedIn(slot))
    /\ UNCHANGED attested

\* CLAIM-1 to CLAIM-10.
TakeClaim(c) ==
    /\ L1Refusals(c) = {}
    /\ L1Claims(c)
    /\ escrow' = [escrow EXCEPT ![c.quote.prover] = AfterClaim(@, c.quote.bond)]
    /\ OracleUnchanged
    /\ OthersUnchanged

\* PROOF-1 to PROOF-8. A proof is that of the epoch that ends with `tip`.
TakeProof(tip) ==
    /\ \E i \in DOMAIN pending : pending' = SubSeq(pending, i + 1, Len(pending))
    /\ L1Proves(tip)
    /\ escrow' = IF claim = NoClaim THEN escrow
                 ELSE [escrow EXCEPT ![claim.proverAddress] = AfterProof(@, claim.bondAmount)]
    /\ OracleUnchanged
    /\ OthersUnchanged

CallRefusals(c) ==
    LET account == escrow[c.prover] IN
    IF c.call = "startWithdrawal"
    THEN UNION {
        Require(c.amount > 0, "AmountZero"),                                      \* ESCROW-1
        Require(c.amount <= account.available, "AvailableInsufficient"),          \* ESCROW-5
        Require(account.withdrawing = 0, "WithdrawalPending") }                   \* ESCROW-6
    ELSE UNION {
        Require(IsUnlocked(account), "WithdrawalLocked"),                         \* ESCROW-7
        Require(account.withdrawing > 0, "NoWithdrawal") }                        \* ESCROW-8

\* ESCROW-12.
StartsToLeave(p, amount) ==
    /\ escrow' = [escrow EXCEPT ![p].available = @ - amount,
                                ![p].withdrawing = amount,
                                ![p].unlockSlot = slot + WithdrawalDelay]

\* ESCROW-8.
Leaves(p) == escrow' = [escrow EXCEPT ![p].withdrawing = 0, ![p].unlockSlot = -1]

\* A call of an honest prover lands once; of a Byzantine one there is any, at any time.
TakeCall(c) ==
    /\ CallRefusals(c) = {}
    /\ calls' = calls \ {c}
    /\ IF c.call = "startWithdrawal" THEN StartsToLeave(c.prover, c.amount) ELSE Leaves(c.prover)
    /\ UNCHANGED <<slot, proven, pending, claim, forged, offered, claims, proofs, nodeVariables, crashed>>
    /\ OracleUnchanged

-----------------------------------------------------------------------------
\* Time, and what L1 takes back.

Becomes(x) ==
    /\ proven' = x.proven
    /\ pending' = x.pending
    /\ claim' = x.claim
    /\ forged' = NothingForged(x.pending)
    /\ escrow' = x.escrow

\* FOLLOW-11: the view of the slot before is that of a node that is behind. Without it a
\* node may act on a view however old it is.
Aged(s) == IF ViewsExpire /\ s.view.follows = "level" THEN [s EXCEPT !.view.follows = "behind"] ELSE s

\* TIME-3, PRUNE-1 to PRUNE-3: with every role of every node.
Pass ==
    /\ slot' = slot + 1
    /\ \E x \in {AfterSlot(L1State)} : Becomes(x)
    /\ past' = IF past = <<>> THEN <<>>
               ELSE LET all == <<L1State>> \o past
                    IN [i \in 1..Lesser(Memory, Len(all)) |-> AfterSlot(all[i])]
    /\ claimant' = [m \in Claimants |-> Aged(ClaimantAfter(m, claimant[m], [name |-> "tick"]))]
    /\ prover' = [p \in HonestProvers |-> Aged(ProverAfter(p, prover[p], [name |-> "tick"]))]
    /\ UNCHANGED <<attested, reorganised, sentVariables, crashed>>

\* The last `depth` slots, the current one included, brought nothing but time, and where
\* they are two the first of them perhaps the block that was attested in it: on the tip,
\* and no other, since there is none.
Reorganise(depth, landed) ==
    /\ reorganised = 0
    /\ depth \in DOMAIN past
    /\ \E x \in {past[depth]} :
        LET tip == Named(Then(x)!ChainTip)
        IN /\ landed => depth = 2 /\ attested[slot - 1] = tip
           /\ Becomes([x EXCEPT !.pending = IF landed THEN Append(@, OnL1(AttestedIn(slot - 1))) ELSE @])
    /\ reorganised' = depth
    /\ past' = <<>>
    /\ UNCHANGED <<slot, attested, nodeVariables, sentVariables, crashed>>
=============================================================================
