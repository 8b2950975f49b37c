---------------------------- MODULE MCLifecycle ----------------------------
(***************************************************************************)
(* Lifecycle made finite: what Byzantine members sign, what provers offer. *)
(* VIEW hides the history.                                                 *)
(***************************************************************************)
EXTENDS LifecycleProperties, TLC

CONSTANTS
    Offers,       \* of honest provers: {lastOffset, bond, fee}
    Lies,         \* what Byzantine provers offer: the same
    Horizon,      \* the last slot that is explored
    StateLimit    \* how many states there may be

ASSUME HorizonIsTheLastSlot == Horizon = Len(Proposers) - 1

StatesAreWithinLimit == TLCGet("distinct") <= StateLimit

-----------------------------------------------------------------------------
\* What can be delivered.

Parent == S!TipOf(SelectSeq(chain, LAMBDA b : b.proposal.slot < slot))
List == Lists[slot + 1]

\* Of a Byzantine member: the block of the slot, and one with another root.
Right == [
    slot          |-> slot,
    timestampSlot |-> slot,
    parent        |-> Parent,
    transactions  |-> List,
    forced        |-> 0,
    root          |-> S!Root(Parent, List, 0),
    blobs         |-> "match" ]
Signable == IF List = <<>> THEN {} ELSE {Right, [Right EXCEPT !.root = <<"wrong">>]}

Proposals ==
    {[signer |-> m, proposal |-> p] : m \in S!Members \cap Byzantine, p \in Signable}
    \cup UNION {{[signer |-> m, proposal |-> p] : p \in proposed[m]} : m \in S!HonestProposers}

Attestations ==
    {[signer |-> m, proposal |-> p] : m \in S!Members \cap Byzantine, p \in UNION {proposed[n] : n \in S!HonestProposers}}
    \cup UNION {{[signer |-> m, proposal |-> p] : p \in signed[m]} : m \in S!Honest}

\* A Byzantine caller has every signature that there is.
Handed ==
    submitted
    \cup {[caller |-> m, proposal |-> p, signers |-> S!Signers(p) \cap S!MembersOf(slot)] :
             m \in Elements(Proposers) \cap Byzantine, p \in Signable \cup S!EverAttested}

QuoteOf(p, offer) == [
    prover         |-> p,
    epoch          |-> E!EpochOf(slot) - 1,
    validUntilSlot |-> E!EpochOf(slot) * SlotsPerEpoch + offer.lastOffset,
    bond           |-> offer.bond,
    fee            |-> offer.fee ]

LiesNow == {q \in {QuoteOf(p, offer) : p \in E!Provers \cap Byzantine, offer \in Elements(Lies)} : q.epoch >= 0}
Quotes == {[signer |-> q.prover, quote |-> q] : q \in offered \cup LiesNow}
Claims ==
    claims \cup {[caller |-> m, quote |-> q] : m \in Elements(Proposers) \cap Byzantine, q \in offered \cup LiesNow}

-----------------------------------------------------------------------------
\* History: no rule reads it.

VARIABLE event   \* what happened last: {name, node}, and signer or caller who sent what it is about

Happens(name, node) == event' = [name |-> name, node |-> node]
Comes(name, node, signer) == event' = [name |-> name, node |-> node, signer |-> signer]
Lands(name, caller) == event' = [name |-> name, node |-> "L1", caller |-> caller]

\* VIEW compares the state alone.
View == State

MCInit == Init /\ event = [name |-> "init", node |-> "nobody"]

NodeNext(n) ==
    \/ \E t \in Elements(KnownTransactions) : Verified(n, t) /\ Happens("transactionVerified", n)
    \/ Follow(n) /\ Happens("follow", n)

MemberNext(m) ==
    \/ \E it \in Proposals :
        OfSlot(S!ReceiveProposal(m, it.signer, it.proposal)) /\ Comes("receiveProposal", m, it.signer)
    \/ Attest(m) /\ Happens("attest", m)

ProposerNext(m) ==
    \/ List # <<>> /\ OfSlot(S!Build(m, List, 0)) /\ Happens("build", m)
    \/ OfSlot(S!Propose(m)) /\ Happens("propose", m)
    \/ \E it \in Attestations :
        OfSlot(S!ReceiveAttestation(m, it.signer, it.proposal)) /\ Comes("receiveAttestation", m, it.signer)
    \/ OfSlot(S!Publish(m)) /\ Happens("publish", m)

ClaimantNext(m) ==
    \/ \E it \in Quotes : OfEpoch(E!ReceiveQuote(m, it.signer, it.quote)) /\ Comes("receiveQuote", m, it.signer)
    \/ OfEpoch(E!HandIn(m)) /\ Happens("claim", m)

ProverNext(p) ==
    \/ \E offer \in Elements(Offers) :
        /\ OfEpoch(E!Quote(p, E!EpochOf(slot) * SlotsPerEpoch + offer.lastOffset, offer.bond, offer.fee))
        /\ Happens("quote", p)
    \/ OfEpoch(E!Prove(p)) /\ Happens("prove", p)
    \/ OfEpoch(E!Proved(p)) /\ Happens("proved", p)
    \/ OfEpoch(E!SubmitProof(p)) /\ Happens("submitProof", p)

L1Next ==
    \/ \E b \in Handed : Take(b) /\ Lands("take", b.caller)
    \/ \E c \in Claims : TakeClaim(c) /\ Lands("takeClaim", c.caller)
    \/ \E tip \in proofs : TakeProof(tip) /\ Happens("takeProof", "L1")

TimeNext == (NextPhase \/ (slot < Horizon /\ NextSlot)) /\ Happens("tick", "time")

MCNext ==
    \/ \E n \in Nodes : NodeNext(n)
    \/ \E m \in S!Honest : MemberNext(m)
    \/ \E m \in S!HonestProposers : ProposerNext(m)
    \/ \E m \in E!Claimants : ClaimantNext(m)
    \/ \E p \in E!HonestProvers : ProverNext(p)
    \/ L1Next
    \/ TimeNext
=============================================================================
