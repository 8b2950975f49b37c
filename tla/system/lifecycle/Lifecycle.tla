----------------------------- MODULE Lifecycle -----------------------------
(***************************************************************************)
(* A block from its proposal to the proven chain: the cuts Slot and Epoch  *)
(* in one.  Committees build what claimants and provers then claim and     *)
(* prove, and where nobody does, L1 drops it and committees build on what  *)
(* is left.  In the place of the oracle of Epoch stands what L1 took of    *)
(* Slot, so that what each of the cuts assumes of the other is checked.    *)
(*                                                                         *)
(* A step is one of Slot, one of Epoch, or both where they are the same:   *)
(* a node has one follower and one store of transactions, whatever its     *)
(* roles, and L1 has one chain.                                            *)
(*                                                                         *)
(* Frozen, beside what the two freeze: crashes, and L1 does not go back    *)
(* (each cut has both of its own); of the queue, all; in the slots whose   *)
(* list is empty nobody builds.                                            *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

CONSTANTS
    Committees,         \* per slot, its committee in order
    Proposers,          \* per slot, its proposer, who claims as well
    KnownProvers,       \* all that can quote, ascending by name
    Byzantine,          \* members and provers that do what they want
    MinTxPerBlock,      \* BUILD-13
    KnownTransactions,  \* all that can be held, ascending by name
    InitialHeld,        \* what every honest node holds at first
    Reached,            \* per transaction, the honest nodes that it ever comes to
    Lists,              \* per slot, the transactions that are built; none: no block
    SlotsPerEpoch,      \* count of slots, TIME-2
    ClaimWindow,        \* count of slots: C, CLAIM-1
    MinimumBond,        \* CLAIM-6, in wei
    FeeMaximum,         \* CLAIM-7, in basis points
    WithdrawalDelay,    \* count of slots, ESCROW-12
    Deposits            \* per prover, what its escrow has at first, in wei

Elements(q) == {q[i] : i \in DOMAIN q}
Of(nodes) == [t \in DOMAIN Reached |-> Reached[t] \cap nodes]
AllMembers == UNION {Elements(Committees[i]) : i \in DOMAIN Committees}

VARIABLE slot        \* the current slot, a count from 0
VARIABLE phase       \* of the current slot
VARIABLE attester    \* per honest member, the state of its attester
VARIABLE proposer    \* per honest proposer, the state of that role
VARIABLE signed      \* per honest member, the proposals that it ever attested
VARIABLE proposed    \* per honest proposer, the proposals that it ever signed
VARIABLE submitted   \* blocks that honest proposers ever handed to L1
VARIABLE chain       \* the blocks that L1 has, proven ones first, with who attested them
VARIABLE proven      \* of L1: the tip of the proven chain
VARIABLE pending     \* of L1: the blocks beyond it that are alive, oldest first
VARIABLE claim       \* of L1: the claim that is alive, or none
VARIABLE forged      \* of L1: what of the attestations of pending blocks is false, which is nothing
VARIABLE escrow      \* of L1: per prover, its account
VARIABLE attested    \* per slot, the parent of the block that L1 took in it, or none
VARIABLE claimant    \* per honest proposer, the state of its claimant
VARIABLE prover      \* per honest prover, the state of that role
VARIABLE offered     \* the quotes that honest provers ever signed
VARIABLE claims      \* what honest proposers ever handed to L1 to claim
VARIABLE proofs      \* the last blocks of epochs of which honest provers ever handed in a proof
VARIABLE calls       \* of honest provers: calls of the escrow on their way, of which there are none
VARIABLE past        \* what a reorganisation would lead to: nothing
VARIABLE reorganised \* 0
VARIABLE ofMembers   \* the crash of Slot: none
VARIABLE ofProvers   \* the crash of Epoch: none

S == INSTANCE SlotProperties WITH
    ForcedMinimum <- 1, Queue <- <<>>,
    Byzantine <- Byzantine \cap AllMembers, Reached <- Of(AllMembers \ Byzantine),
    attested <- signed, offered <- proposed, crashed <- ofMembers
E == INSTANCE EpochProperties WITH
    Memory <- 0, ViewsExpire <- TRUE, Reached <- Of(Elements(KnownProvers) \ Byzantine),
    crashed <- ofProvers

slotVariables == <<phase, attester, proposer, signed, proposed, submitted, chain, ofMembers>>
epochVariables ==
    <<proven, pending, claim, forged, escrow, attested, claimant, prover, offered, claims, proofs, calls,
      past, reorganised, ofProvers>>
lifecycleVariables == <<slot, slotVariables, epochVariables>>

State == [
    slot        |-> slot,
    phase       |-> phase,
    attester    |-> attester,
    proposer    |-> proposer,
    signed      |-> signed,
    proposed    |-> proposed,
    submitted   |-> submitted,
    chain       |-> chain,
    proven      |-> proven,
    pending     |-> pending,
    claim       |-> claim,
    escrow      |-> escrow,
    attested    |-> [i \in DOMAIN Proposers |-> attested[i - 1]],
    claimant    |-> claimant,
    prover      |-> prover,
    offered     |-> offered,
    claims      |-> claims,
    proofs      |-> proofs ]

Nodes == S!Honest \cup E!Nodes

Init ==
    /\ S!Init
    /\ E!Init

-----------------------------------------------------------------------------
\* Steps of one of the two.

OfSlot(step) == step /\ UNCHANGED epochVariables
OfEpoch(step) == step /\ UNCHANGED slotVariables

-----------------------------------------------------------------------------
\* Steps of a node with roles in both.

\* TX-1, TX-4.
Verified(n, t) ==
    /\ n \in Reached[t]
    /\ IF n \in S!Honest THEN S!TransactionVerified(n, t, TRUE) ELSE UNCHANGED slotVariables
    /\ IF n \in E!HonestProvers THEN E!TransactionVerified(n, t) ELSE UNCHANGED epochVariables
    /\ UNCHANGED slot

\* FOLLOW-1, FOLLOW-9.
Follow(n) ==
    LET builds == n \in S!Honest /\ S!HasNews(n)
        proves == n \in E!Nodes /\ E!IsToldNews(n)
    IN
    /\ builds \/ proves
    /\ IF builds THEN S!Follow(n) ELSE UNCHANGED slotVariables
    /\ IF proves THEN E!Follow(n) ELSE UNCHANGED epochVariables
    /\ UNCHANGED slot

\* ATTEST-15 to ATTEST-19: a step of Slot alone.
Attest(m) == OfSlot(S!Attest(m))

-----------------------------------------------------------------------------
\* Steps of L1, and of time.

\* Of a block with proofs and claims, as L1 has it.
Stored(b) == E!OnL1([slot |-> b.proposal.slot, root |-> b.proposal.root])

\* Of Epoch; `false` is what of the attestations is.
Appends(b, false) ==
    /\ pending' = Append(pending, Stored(b))
    /\ forged' = Append(forged, false)
    /\ attested' = [attested EXCEPT ![slot] = b.proposal.parent]
    /\ UNCHANGED <<proven, claim, escrow, claimant, prover, offered, claims, proofs, calls, past, reorganised,
                   ofProvers>>

\* PROPOSE-3 to PROPOSE-12.
Take(b) == S!Take(b) /\ Appends(b, {})

\* PRUNE-1: what of the blocks L1 still has.
IsLeft(b, tip, alive) == b.proposal.slot <= tip.slot \/ Stored(b) \in Elements(alive)
Left(tip, alive) == SelectSeq(chain, LAMBDA b : IsLeft(b, tip, alive))

NextPhase ==
    /\ phase # "closed"
    /\ S!Pass
    /\ UNCHANGED epochVariables

\* TIME-3, PRUNE-1 to PRUNE-3.
NextSlot ==
    /\ phase = "closed"
    /\ E!Pass
    /\ chain' = Left(proven', pending')
    /\ phase' = "build"
    /\ attester' = [m \in S!Honest |-> S!AttesterAfter(m, attester[m], [name |-> "tick"])]
    /\ proposer' = [m \in S!HonestProposers |-> S!ProposerAfter(m, proposer[m], [name |-> "tick"])]
    /\ UNCHANGED <<signed, proposed, submitted, ofMembers>>

\* CLAIM-1 to CLAIM-10.
TakeClaim(c) == OfEpoch(E!TakeClaim(c))

\* PROOF-1 to PROOF-8.
TakeProof(tip) == OfEpoch(E!TakeProof(tip))
=============================================================================
